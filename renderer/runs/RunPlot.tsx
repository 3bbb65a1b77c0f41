import { useState } from 'react'
import { lossText, percentText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import type { RunRecord } from '../../shared/training/run-record'
import { runName, useRuns } from '../store/runs'
import { usePlotSettings } from '../store/plot-settings'
import { valueAt, type PlotLine } from '../training/plot-lines'
import { part } from '../ui/part'
import { Segments } from '../ui/Segments'
import { runColourToken } from './run-colour'
import { runLines, type RunMetric } from './run-series'
import styles from './RunsPanel.module.css'

const Plot = part(() => import('../training/Plot').then(module => module.Plot), <div />)

const words = strings.runs
const metrics = { loss: words.loss, accuracy: words.accuracy }

/** The curves of the chosen runs over each other: solid for validation, dashed for training. */
export function RunPlot() {
  const [metric, setMetric] = useState<RunMetric>('loss')
  const [cursor, setCursor] = useState<number | null>(null)
  const runs = useRuns(s => s.runs)
  const compared = useRuns(s => s.compared)
  const log = usePlotSettings(s => s.log)
  const shown = compared.flatMap((id, place) => {
    const run = runs.find(one => one.id === id)
    return run ? [{ run, place }] : []
  })
  const lines = shown.flatMap(({ run, place }) => linesOf(run, place, metric))
  const format = metric === 'loss' ? lossText : percentText
  const values = lines
    .filter(({ dashed }) => dashed !== true)
    .map(line => {
      const value = cursor === null ? (line.y.at(-1) ?? null) : valueAt(line, cursor)
      return { ...line, text: value === null ? '–' : format(value) }
    })
  return (
    <section className={styles.plots} aria-label={words.plot}>
      <header className={styles.plotHead}>
        <Segments label={words.metric} value={metric} options={metrics} onChange={setMetric} />
        <span className={styles.keys}>
          {values.map(({ label, colour, text }) => (
            <span key={label} className={styles.key} style={{ '--c': `var(${colour})` }}>
              <span>{label}</span> <output aria-live="off">{text}</output>
            </span>
          ))}
        </span>
      </header>
      {lines.length === 0 ? (
        <p className={styles.noPlot}>{shown.length === 0 ? words.none : words.noMetric}</p>
      ) : (
        <Plot
          label={words.plotHelp}
          lines={lines}
          log={log && metric === 'loss'}
          onCursor={setCursor}
          spoken={values.map(({ label, text }) => `${label} ${text}`).join(', ')}
          {...(metric === 'accuracy' && { top: 1 })}
        />
      )}
    </section>
  )
}

function linesOf(run: RunRecord, place: number, metric: RunMetric): readonly PlotLine[] {
  const colour = runColourToken(place)
  if (colour === undefined) return []
  const { train, validation } = runLines(run, metric)
  const name = runName(run)
  if (validation.x.length === 0) return train.x.length === 0 ? [] : [{ label: name, colour, ...train }]
  return [
    { label: '', colour, dashed: true, faint: true, ...train },
    { label: name, colour, dotted: true, ...validation }
  ]
}
