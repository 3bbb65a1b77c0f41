import type { FromTrainer, Scores } from '../../shared/training/protocol'

/** One JSON object a line; the last has `validation` and `test`, each `{ loss, accuracy }`. */
export function jsonReport(): (message: FromTrainer) => void {
  const print = (value: object): void => {
    process.stdout.write(`${JSON.stringify(value)}\n`)
  }
  return message => {
    switch (message.kind) {
      case 'started': {
        const { kind, backend, parameters, stepsPerEpoch, epochs } = message
        print({ kind, backend, parameters, stepsPerEpoch, epochs })
        return
      }
      case 'epoch': {
        const { kind, epoch, step, train, validation } = message
        print({ kind, epoch, step, train: scores(train), validation: validation && scores(validation) })
        return
      }
      case 'finished': {
        const { kind, reason, seconds, validation, test } = message
        print({
          kind,
          reason,
          seconds: Math.round(seconds * 10) / 10,
          validation: validation && scores(validation),
          test: test && scores(test)
        })
        return
      }
      case 'failed':
        print({ kind: message.kind, message: message.message, advice: message.advice, block: message.block })
        return
      default:
    }
  }
}

function scores({ loss, accuracy, outputs }: Scores): object {
  return { loss, accuracy, ...(Object.keys(outputs).length > 1 && { outputs }) }
}
