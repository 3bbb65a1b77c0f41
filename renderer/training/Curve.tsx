import { useState } from 'react'
import type UPlot from 'uplot'
import { strings } from '../../shared/strings/strings'
import { usePlotSettings } from '../store/plot-settings'
import { part } from '../ui/part'
import { valueAt, type PlotLine } from './plot-lines'
import styles from './TrainPanel.module.css'

// uPlot is not needed before the first run.
const Plot = part(() => import('./Plot').then(module => module.Plot), <div />)

const words = strings.training

interface CurveProps {
  readonly title: string
  readonly help: string
  readonly lines: readonly PlotLine[]
  readonly format: (value: number) => string
  readonly stepsPerEpoch: number
  readonly top?: number
  readonly onReady: (plot: UPlot | null) => void
}

/** One metric over the steps; its legend says the latest values, or those under the cursor. */
export function Curve({ title, help, lines, format, stepsPerEpoch, top, onReady }: CurveProps) {
  const [cursor, setCursor] = useState<number | null>(null)
  // An accuracy has a top; a loss falls by powers of ten.
  const log = usePlotSettings(s => s.log) && top === undefined
  const named = lines.filter(line => line.label !== '')
  const values = named.map(line => ({
    ...line,
    text: textOf(cursor === null ? (line.y.at(-1) ?? null) : valueAt(line, cursor), format)
  }))
  const where = cursor === null ? '' : words.atStep(cursor, Math.ceil(cursor / stepsPerEpoch))
  return (
    <section className={styles.column} aria-label={title}>
      <header className={styles.legend}>
        <b title={help}>{title}</b>
        <span className={styles.where}>{where}</span>
        <span>
          {values.map(({ label, colour, text }) => (
            <span key={label} className={styles.key} style={{ '--c': `var(${colour})` }}>
              <span>{label}</span> <output aria-live="off">{text}</output>
            </span>
          ))}
        </span>
      </header>
      <Plot
        label={words.plotHelp(title)}
        lines={lines}
        log={log}
        group="run"
        onCursor={setCursor}
        spoken={`${where}: ${values.map(({ label, text }) => `${label} ${text}`).join(', ')}`}
        onReady={onReady}
        {...(top !== undefined && { top })}
      />
    </section>
  )
}

function textOf(value: number | null, format: (value: number) => string): string {
  return value === null ? '–' : format(value)
}
