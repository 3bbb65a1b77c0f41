import type { FromTrainer, Scores } from '../../shared/training/protocol'

/** Lines for people, with a progress bar and the time left where a terminal looks. */
export function textReport(name: string): (message: FromTrainer) => void {
  const bar = process.stderr.isTTY ? (text: string) => process.stderr.write(`\r\x1b[K${text}`) : () => false
  const line = (text: string): void => {
    bar('')
    process.stdout.write(`${text}\n`)
  }
  let total = 1
  return message => {
    switch (message.kind) {
      case 'preparing':
        bar(`${message.what}…`)
        return
      case 'started':
        total = message.stepsPerEpoch * message.epochs
        line(
          `${name}: ${message.parameters.toLocaleString('en-US')} parameters, ${message.epochs} epochs of ${message.stepsPerEpoch} steps, ${message.backend}`
        )
        return
      case 'progress': {
        const done = Math.round((message.step / total) * 24)
        const point = message.points.at(-1)
        bar(
          `[${'█'.repeat(done)}${'░'.repeat(24 - done)}] epoch ${message.epoch} · loss ${point?.loss.toFixed(4) ?? ''} · ${Math.round(message.samplesPerSecond).toLocaleString('en-US')} samples/s · ${time(message.secondsLeft)} left`
        )
        return
      }
      case 'epoch':
        line(
          `epoch ${message.epoch}: train ${words(message.train)}${message.validation ? `; validation ${words(message.validation)}` : ''}`
        )
        return
      case 'finished':
        line(
          `${message.reason === 'done' ? 'done' : 'stopped'} in ${time(message.seconds)}${message.test ? `; test ${words(message.test)}` : ''}`
        )
        return
      case 'failed':
        bar('')
        return
      default:
    }
  }
}

function words({ loss, accuracy }: Scores): string {
  return `loss ${loss.toFixed(4)}${accuracy === null ? '' : `, accuracy ${(100 * accuracy).toFixed(1)} %`}`
}

function time(seconds: number): string {
  if (!Number.isFinite(seconds)) return '…'
  const whole = Math.max(0, Math.round(seconds))
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}
