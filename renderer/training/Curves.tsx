import { useState } from 'react'
import type UPlot from 'uplot'
import { lossText, percentText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import type { RunFacts } from '../../shared/training/reduce-run'
import { host } from '../host/current'
import { useDocument } from '../store/document'
import { usePlotSettings } from '../store/plot-settings'
import { notify } from '../store/session'
import { useTraining } from '../store/training'
import { Curve } from './Curve'
import { curvesCsv, curvesOf, type Metric } from './curves'
import { plotPicture } from './plot-picture'
import { PlotMenu } from './PlotMenu'
import styles from './TrainPanel.module.css'

const words = strings.training
const labels = { train: words.train, validation: words.validation }

/** Loss and accuracy side by side, as they grow. */
export function Curves() {
  const facts = useTraining(({ run }) => ('facts' in run ? run.facts : null))
  return facts && <Both facts={facts} />
}

function Both({ facts }: { readonly facts: RunFacts }) {
  const smoothing = usePlotSettings(s => s.smoothing)
  const [plots] = useState(() => new Map<Metric, UPlot | null>())
  const loss = curvesOf(facts, 'loss', smoothing, labels)
  const accuracy = curvesOf(facts, 'accuracy', smoothing, labels)
  const keep = (metric: Metric) => (plot: UPlot | null) => {
    plots.set(metric, plot)
  }

  const savePictures = async (): Promise<void> => {
    for (const [metric, title, lines] of [
      ['loss', words.loss, loss],
      ['accuracy', words.accuracy, accuracy]
    ] as const) {
      const plot = plots.get(metric)
      if (!plot || !lines) continue
      const made = await plotPicture(plot, `${nameOf()} – ${title}`, lines)
      if (made.ok) await save(`${nameOf()}-${metric}.png`, made.value)
      else notify({ kind: 'error', title: words.notSaved, text: made.error })
    }
  }
  const saveTable = (): void =>
    void save(`${nameOf()}-curves.csv`, new TextEncoder().encode(curvesCsv(facts)))

  return (
    <div className={`${styles.curves} ${accuracy ? styles.two : ''}`}>
      {loss && (
        <Curve
          title={words.loss}
          help={words.lossHelp}
          lines={loss}
          format={lossText}
          stepsPerEpoch={facts.stepsPerEpoch}
          onReady={keep('loss')}
        />
      )}
      {accuracy && (
        <Curve
          title={words.accuracy}
          help={words.accuracyHelp}
          lines={accuracy}
          format={percentText}
          stepsPerEpoch={facts.stepsPerEpoch}
          top={1}
          onReady={keep('accuracy')}
        />
      )}
      <span className={styles.menu}>
        <PlotMenu onPicture={() => void savePictures()} onTable={saveTable} />
      </span>
    </div>
  )
}

function nameOf(): string {
  return useDocument.getState().document.name
}

async function save(name: string, bytes: Uint8Array): Promise<void> {
  const saved = await host.saveExport({ name, bytes })
  if (!saved.ok) notify({ kind: 'error', title: words.notSaved, text: saved.error })
}
