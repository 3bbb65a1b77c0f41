import type { RunState } from '../../shared/training/reduce-run'
import { countText, durationText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { useTraining } from '../store/training'
import { progressOf } from './progress-of'
import styles from './TrainPanel.module.css'

const words = strings.training

/** Where a figure is not known yet: its place is kept. */
const nothing = '–'

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
      {run.kind === 'preparing' ? (
        <Figure label={`${run.what}…`} value="" />
      ) : (
        <Figure label={words.epoch} value={epochsText(run)} />
      )}
      <Figure label={words.steps} value={stepsText(run)} />
      <Figure {...timeOf(run)} />
      <Figure
        label={words.speed}
        value={
          facts && facts.samplesPerSecond > 0
            ? words.samplesPerSecond(countText(facts.samplesPerSecond))
            : nothing
        }
      />
    </section>
  )
}

interface FigureProps {
  readonly label: string
  readonly value: string
}

function Figure({ label, value }: FigureProps) {
  return (
    <div className={styles.figures}>
      <span title={label}>{label}</span>
      <b>{value}</b>
    </div>
  )
}

function epochsText(run: RunState): string {
  if (!('facts' in run) || run.facts === null) return nothing
  const { epoch, epochs, scores } = run.facts
  return words.epochOf(run.kind === 'finished' ? scores.length : epoch, epochs)
}

function stepsText(run: RunState): string {
  if (!('facts' in run) || run.facts === null) return nothing
  const { step, stepsPerEpoch, epochs } = run.facts
  return words.stepOf(countText(step), countText(stepsPerEpoch * epochs))
}

function timeOf(run: RunState): FigureProps {
  switch (run.kind) {
    case 'running': {
      const { secondsLeft } = run.facts
      return {
        label: words.timeLeft,
        value: Number.isFinite(secondsLeft) ? durationText(secondsLeft) : nothing
      }
    }
    case 'paused':
      return { label: words.timeLeft, value: words.pausedAt }
    case 'finished':
      return {
        label: run.reason === 'done' ? words.doneIn : words.stoppedAfter,
        value: durationText(run.seconds)
      }
    default:
      return { label: words.timeLeft, value: nothing }
  }
}
