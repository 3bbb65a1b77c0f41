import { useEffect, useState } from 'react'
import type { VectorField } from '../../shared/datasets/dataset'
import { strings } from '../../shared/strings/strings'
import { columnsOf, type Column } from './column'
import { ColumnField } from './ColumnField'
import { inputsOf, type ClassQuestion, type NumberQuestion } from './question'
import { Reply } from './Reply'
import { TakeSample } from './TakeSample'
import { useAnswer } from './use-answer'
import { useSomeSamples } from './use-some-samples'
import { useTaken } from './use-taken'
import styles from './TryPanel.module.css'

const words = strings.trying

interface TryNumbersProps {
  readonly question: ClassQuestion | NumberQuestion
  readonly field: VectorField
}

/** A form of numbers, in the units and ranges that samples have. */
export function TryNumbers({ question, field }: TryNumbersProps) {
  const some = useSomeSamples(question.data)
  if (some === null) return <p className={styles.note}>{words.asking}</p>
  if (!some.ok) return <p className={styles.note}>{some.error}</p>
  const columns = columnsOf(field.columns, some.value.learned.fields.get(field.name)?.data ?? [])
  return <Form question={question} field={field} columns={columns} />
}

function Form({ question, field, columns }: TryNumbersProps & { readonly columns: readonly Column[] }) {
  const { answer, ask } = useAnswer(question.output)
  const [values, setValues] = useState(() => columns.map(column => column.middle))
  const from = useTaken(question.data, ({ fields }) =>
    setValues(Array.from(fields.get(field.name)?.data ?? [], value => Number(value.toPrecision(6))))
  )
  useEffect(() => {
    const data = Float32Array.from(values)
    void ask(inputsOf(question, new Map([[field.name, { shape: [1, values.length], data }]])))
    // `ask` is another function each time; what is asked counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [question, field, values])
  const isOutside = columns.some(({ span }, i) => {
    const value = values[i] ?? span.from
    return value < span.from || value > span.to
  })
  return (
    <div className={styles.ask}>
      <div className={styles.numbersForm}>
        <div className={styles.columns} role="group" aria-label={words.numbers}>
          {columns.map((column, i) => (
            <ColumnField
              key={field.columns[i]}
              column={column}
              value={values[i] ?? column.middle}
              onChange={value => {
                from.putAway()
                setValues(values.with(i, value))
              }}
            />
          ))}
        </div>
        <TakeSample question={question} from={from} note={isOutside ? words.outside : null} />
      </div>
      <Reply question={question} answer={answer} taken={from.taken} />
    </div>
  )
}
