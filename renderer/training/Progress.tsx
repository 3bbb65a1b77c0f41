import type { RunState } from '../../shared/training/reduce-run'
import { countText, durationText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { useTraining } from '../store/training'
import { progressOf } from './progress-of'
import styles from './TrainPanel.module.css'

const words = strings.training

/** How far the run is: a bar, the epoch, the time, the speed. */
export function Progress() {
  const run = useTraining(s => s.run)
  const share = progressOf(run)
  const facts = 'facts' in run ? run.facts : null
  return (
    <section className={styles.progress} aria-label={words.progress}>
      <div
        className={`${styles.bar} ${share === null ? styles.unsure : ''}`}
        role="progressbar"
        aria-label={words.progress}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      >
        <i style={{ width: `${(share ?? 0) * 100}%` }} />
      </div>
      <div className={styles.figures}>
        <span>{run.kind === 'preparing' ? `${run.what}…` : epochsText(run)}</span>
        <b>{timeText(run)}</b>
      </div>
      {facts && (
        <div className={styles.figures}>
          <span>{words.steps}</span>
          <b>{words.stepOf(countText(facts.step), countText(facts.stepsPerEpoch * facts.epochs))}</b>
        </div>
      )}
      {facts && facts.samplesPerSecond > 0 && (
        <div className={styles.figures}>
          <span>{words.speed}</span>
          <b>{words.samplesPerSecond(countText(facts.samplesPerSecond))}</b>
        </div>
      )}
    </section>
  )
}

function epochsText(run: RunState): string {
  if (!('facts' in run) || run.facts === null) return ''
  const { epoch, epochs, scores } = run.facts
  return run.kind === 'finished' ? words.epochsDone(scores.length, epochs) : words.epochOf(epoch, epochs)
}

function timeText(run: RunState): string {
  switch (run.kind) {
    case 'running':
      return Number.isFinite(run.facts.secondsLeft)
        ? words.secondsLeft(durationText(run.facts.secondsLeft))
        : ''
    case 'paused':
      return words.pausedAt
    case 'finished': {
      const time = durationText(run.seconds)
      return run.reason === 'done' ? words.doneIn(time) : words.stoppedAfter(time)
    }
    default:
      return ''
  }
}
