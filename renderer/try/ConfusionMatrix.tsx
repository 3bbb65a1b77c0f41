import { useState, type KeyboardEvent } from 'react'
import { percentText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import type { Judgement } from '../../shared/training/protocol'
import { gridKeys } from '../ui/grid-keys'
import { matrixOf } from './matrix'
import { MatrixCell } from './MatrixCell'
import { useTryView } from './try-view'
import styles from './ConfusionMatrix.module.css'

const words = strings.trying

const moveInGrid = gridKeys('button', 'column')

interface ConfusionMatrixProps {
  readonly classes: readonly string[]
  readonly judgement: Judgement
}

/** What was taken for what: a row for each true class. A cell leads to its samples. */
export function ConfusionMatrix({ classes, judgement }: ConfusionMatrixProps) {
  const { counts, precision, recall, right, total } = matrixOf(judgement)
  /** The cell that has the keyboard, and whose words are told. */
  const [at, setAt] = useState<string>('0 0')
  const [said, setSaid] = useState<string | null>(null)
  const show = (truth: number, guess: number): void =>
    useTryView.setState({ view: 'samples', filter: { shown: 'all', cell: [truth, guess] } })
  return (
    <div className={styles.panel}>
      <div className={styles.scroll}>
        <table
          className={styles.matrix}
          style={{ '--cell': `${cellHeight(classes.length)}px` }}
          role="grid"
          aria-label={words.matrix}
          onKeyDown={(event: KeyboardEvent<HTMLTableElement>) => moveInGrid(event)}
        >
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
                  {line.map((count, guess) => (
                    <MatrixCell
                      key={classes[guess]}
                      count={count}
                      share={all === 0 ? 0 : count / all}
                      isRight={truth === guess}
                      words={words.cell(count, classes[truth] ?? '', classes[guess] ?? '', truth === guess)}
                      hasKeyboard={at === `${truth} ${guess}`}
                      onPress={() => show(truth, guess)}
                      onLook={text => setSaid(text)}
                      onFocus={() => setAt(`${truth} ${guess}`)}
                    />
                  ))}
                  <td className={styles.edge}>{shareText(recall[truth])}</td>
                </tr>
              )
            })}
          </tbody>
          <tfoot>
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
          </tfoot>
        </table>
      </div>
      <aside className={styles.words}>
        <b>{percentText(right / Math.max(1, total))}</b>
        <p>{words.rightOfHelp(right, total)}</p>
        <p>{said ?? words.matrixHint}</p>
        <dl>
          <dt>{words.recall}</dt>
          <dd>{words.recallHelp}</dd>
          <dt>{words.precision}</dt>
          <dd>{words.precisionHelp}</dd>
        </dl>
      </aside>
    </div>
  )
}

/** In pixels: ten classes just fit the dock as it is at first. */
function cellHeight(classes: number): number {
  return Math.min(40, Math.max(16, Math.floor(160 / classes)))
}

function shareText(share: number | undefined): string {
  return share === undefined || Number.isNaN(share) ? '–' : `${Math.round(share * 100)} %`
}
