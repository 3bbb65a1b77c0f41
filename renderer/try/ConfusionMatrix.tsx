import { useState } from 'react'
import { percentText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import type { Judgement } from '../../shared/training/protocol'
import { matrixOf } from './matrix'
import { useTryView } from './try-view'
import styles from './ConfusionMatrix.module.css'

const words = strings.trying

interface ConfusionMatrixProps {
  readonly classes: readonly string[]
  readonly judgement: Judgement
}

/** What was taken for what: a row for each true class. A cell leads to its samples. */
export function ConfusionMatrix({ classes, judgement }: ConfusionMatrixProps) {
  const { counts, precision, recall, right, total } = matrixOf(judgement)
  const [said, setSaid] = useState<string | null>(null)
  const show = (truth: number, guess: number): void =>
    useTryView.setState({ view: 'samples', filter: { shown: 'all', cell: [truth, guess] } })
  return (
    <div className={styles.panel}>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={words.matrix}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                {words.truth} ↓ {words.guess} →
              </th>
              {classes.map(name => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col" className={styles.edge} title={words.recallHelp}>
                {words.recall}
              </th>
            </tr>
          </thead>
          <tbody>
            {counts.map((line, truth) => {
              const all = line.reduce((a, b) => a + b, 0)
              return (
                <tr key={classes[truth]}>
                  <th scope="row">{classes[truth]}</th>
                  {line.map((count, guess) => {
                    const text = words.cell(count, classes[truth] ?? '', classes[guess] ?? '', truth === guess)
                    const share = all === 0 ? 0 : count / all
                    return (
                      <td key={classes[guess]}>
                        <button
                          type="button"
                          className={`${truth === guess ? styles.right : styles.wrong} ${share > 0.5 ? styles.full : ''}`}
                          style={{ '--share': `${count === 0 ? 0 : 12 + 78 * share}%` }}
                          aria-label={text}
                          disabled={count === 0}
                          onClick={() => show(truth, guess)}
                          onPointerEnter={() => setSaid(text)}
                          onFocus={() => setSaid(text)}
                        >
                          {count === 0 ? '·' : count}
                        </button>
                      </td>
                    )
                  })}
                  <td className={styles.edge}>{shareText(recall[truth])}</td>
                </tr>
              )
            })}
            <tr>
              <th scope="row" className={styles.edge} title={words.precisionHelp}>
                {words.precision}
              </th>
              {precision.map((share, i) => (
                <td key={classes[i]} className={styles.edge}>
                  {shareText(share)}
                </td>
              ))}
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      <aside className={styles.words}>
        <b>{percentText(right / Math.max(1, total))}</b>
        <p>{words.rightOf(right, total)}</p>
        <p>{said ?? words.matrixHint}</p>
      </aside>
    </div>
  )
}

function shareText(share: number | undefined): string {
  return share === undefined || Number.isNaN(share) ? '–' : `${Math.round(share * 100)} %`
}
