import { useMemo, useState } from 'react'
import { lossText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { spanOf, widened } from '../samples/axis'
import { namedColumn } from '../samples/named-column'
import { Select } from '../ui/Select'
import { Chart } from './Chart'
import type { NumberQuestion } from './question'
import { Scatter } from './Scatter'
import { useHeldOutNumbers } from './use-held-out-numbers'
import { useSomeSamples, type SomeSamples } from './use-some-samples'
import styles from './Truth.module.css'

const words = strings.trying

/** Of held-out samples what it predicts, over what is true. */
export function Truth({ question }: { readonly question: NumberQuestion }) {
  const some = useSomeSamples(question.data)
  if (some === null) return <p className={styles.note}>{words.asking}</p>
  if (!some.ok) return <p className={styles.note}>{some.error}</p>
  if (some.value.heldOut.rows.length === 0) return <p className={styles.note}>{words.nothingHeldOut}</p>
  return <TruthOf question={question} some={some.value} />
}

interface TruthOfProps {
  readonly question: NumberQuestion
  readonly some: SomeSamples
}

function TruthOf({ question, some }: TruthOfProps) {
  const { columns, name } = question.target
  const [column, setColumn] = useState(0)
  const said = useHeldOutNumbers(question, some)
  const truth = useMemo(
    () => every(some.heldOut.fields.get(name)?.data ?? [], columns.length, column),
    [some, name, columns, column]
  )
  const predicted = said?.ok === true ? every(said.value, columns.length, column) : []
  const plane = useMemo(() => {
    const span = widened(spanOf(truth), 0.12)
    return { x: span, y: span }
  }, [truth])
  const { label, unit } = namedColumn(columns[column] ?? '')
  const off = predicted.map((value, i) => Math.abs(value - (truth[i] ?? 0)))
  const meanError = off.length === 0 ? null : off.reduce((a, b) => a + b, 0) / off.length
  const inUnit = (text: string): string => (unit === '' ? text : `${text} (${unit})`)
  return (
    <div className={styles.panel}>
      <Chart
        label={words.scatter(label)}
        plane={plane}
        names={[inUnit(words.truth), inUnit(words.predicted)]}
      >
        {place => <Scatter place={place} span={plane.x} truth={truth} predicted={predicted} />}
      </Chart>
      <div className={styles.side}>
        {columns.length > 1 && (
          <Select
            label={words.column}
            value={String(column)}
            options={Object.fromEntries(columns.map((one, i) => [String(i), namedColumn(one).label]))}
            onChange={chosen => setColumn(Number(chosen))}
          />
        )}
        <p title={words.meanErrorHelp}>{words.meanError}</p>
        <output>
          {meanError === null ? '–' : lossText(meanError)} <small>{unit}</small>
        </output>
        <p>{said?.ok === false ? said.error : words.scatterHint}</p>
      </div>
    </div>
  )
}

/** One column of `[samples, columns]`. */
function every(values: ArrayLike<number>, columns: number, column: number): readonly number[] {
  return Array.from({ length: values.length / columns }, (_, i) => values[i * columns + column] ?? 0)
}
