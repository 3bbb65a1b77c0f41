import { lazy, Suspense } from 'react'
import { strings } from '../../shared/strings/strings'
import { lossText, percentText } from '../../shared/strings/format'
import { weightsOf, type RunState } from '../../shared/training/reduce-run'
import { useDocument } from '../store/document'
import { useTraining } from '../store/training'
import { curvesOf, type Curves } from './curves'
import { Scores } from './Scores'
import { Settings } from './Settings'
import styles from './TrainPanel.module.css'

// uPlot is not needed before the first run.
const Plot = lazy(() => import('./Plot').then(module => ({ default: module.Plot })))

const words = strings.training

/** Settings, the two curves as they grow, and the scores. */
export function TrainPanel() {
  const run = useTraining(s => s.run)
  const hasData = useDocument(s => s.document.data !== null)
  const facts = 'facts' in run ? run.facts : null
  return (
    <div className={styles.panel}>
      <Settings />
      {facts && facts.points.length > 0 ? (
        <>
          <Curve
            title={words.loss}
            help={words.lossHelp}
            curves={curvesOf(facts, 'loss')}
            format={lossText}
          />
          <Curve
            title={words.accuracy}
            help={words.accuracyHelp}
            curves={curvesOf(facts, 'accuracy')}
            format={percentText}
            top={1}
          />
        </>
      ) : (
        <p className={styles.idle}>{idleText(run, hasData)}</p>
      )}
      <Scores />
    </div>
  )
}

function idleText(run: RunState, hasData: boolean): string {
  if (run.kind === 'preparing') return `${run.what}…`
  if (weightsOf(run) !== null) return words.kept
  return hasData ? words.idle : words.noData
}

interface CurveProps {
  readonly title: string
  readonly help: string
  readonly curves: Curves | null
  readonly format: (value: number) => string
  readonly top?: number
}

function Curve({ title, help, curves, format, top }: CurveProps) {
  if (!curves) return <div className={styles.column} />
  const { lastTrain, lastValidation } = curves
  return (
    <section className={styles.column} aria-label={title}>
      <header className={styles.legend}>
        <b title={help}>{title}</b>
        <span>
          <span className={styles.key} style={{ '--c': 'var(--series-train)' }}>
            <span>{words.train}</span> <output>{lastTrain === null ? '–' : format(lastTrain)}</output>
          </span>
          <span className={styles.key} style={{ '--c': 'var(--series-val)' }}>
            <span>{words.validation}</span>{' '}
            <output>{lastValidation === null ? '–' : format(lastValidation)}</output>
          </span>
        </span>
      </header>
      <Suspense fallback={<div />}>
        <Plot data={curves.data} format={format} {...(top !== undefined && { top })} />
      </Suspense>
    </section>
  )
}
