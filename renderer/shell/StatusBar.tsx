import { bytesText, countText, flopsText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { isError } from '../../shared/graph/problem'
import type { RunState } from '../../shared/training/reduce-run'
import { analysisOf } from '../store/analysis'
import { useSettings } from '../store/settings'
import { useDocument } from '../store/document'
import { useSummary } from '../store/summary'
import { useTraining } from '../store/training'
import { SavedState } from './SavedState'
import styles from './StatusBar.module.css'

const words = strings.status

/** What there is, in one line: state, size, cost, file, engine. */
export function StatusBar() {
  const summary = useSummary()
  const units = useSettings(s => s.units)
  const backend = useTraining(({ run }) => ('facts' in run ? run.facts?.backend : undefined))
  const left = useTraining(({ run }) => ('facts' in run ? run.facts?.left : undefined))
  const loadedOn = useTraining(({ run }) => (run.kind === 'loaded' ? run.backend : undefined))
  return (
    <footer className={styles.status} aria-label={words.label}>
      <State />
      {summary && (
        <>
          <span>
            <b>{countText(summary.parameters)}</b> {words.parameters}
          </span>
          <span>
            <b>{bytesText(summary.bytes.weights, units)}</b>
          </span>
          <span>
            <b>{flopsText(summary.flops)}</b> {words.perSample}
          </span>
        </>
      )}
      <span className={styles.grow} />
      {backend !== undefined && <span title={left?.join('\n')}>{backend}</span>}
      {loadedOn !== undefined && <span>{loadedOn}</span>}
      <SavedState />
    </footer>
  )
}

function State() {
  const kind = useTraining(s => s.run.kind)
  const errors = useDocument(s => analysisOf(s.document).problems.filter(isError).length)
  const bad = errors > 0 || kind === 'failed' || kind === 'unusable'
  return (
    <span className={styles.state}>
      <span className={`${styles.dot} ${bad ? styles.bad : ''}`} />
      <b>{errors > 0 ? words.problems(errors) : stateText(kind)}</b>
    </span>
  )
}

function stateText(kind: RunState['kind']): string {
  switch (kind) {
    case 'idle':
      return words.ready
    case 'preparing':
    case 'running':
      return words.running
    case 'paused':
      return words.paused
    case 'finished':
    case 'kept':
    case 'loading':
    case 'loaded':
      return words.finished
    case 'failed':
      return words.failed
    case 'unusable':
      return words.unusable
  }
}
