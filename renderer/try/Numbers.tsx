import { strings } from '../../shared/strings/strings'
import { namedColumn } from '../samples/named-column'
import { useSplit } from '../samples/use-split'
import { numberText } from './column'
import type { NumberQuestion } from './question'
import { inUnits } from './statistics'
import type { Answer } from './use-answer'
import type { Taken } from './use-taken'
import styles from './Numbers.module.css'

const words = strings.trying

interface NumbersProps {
  readonly question: NumberQuestion
  readonly answer: Answer
  readonly taken: Taken | null
}

/** The numbers that it predicts, in the units of the data, beside the true ones where they are known. */
export function Numbers({ question: { data, target }, answer, taken }: NumbersProps) {
  const split = useSplit(data)
  const truth = taken?.fields.get(target.name)?.data
  if (answer.kind === 'failed') return <p className={styles.note}>{answer.why}</p>
  if (split?.ok === false) return <p className={styles.note}>{split.error}</p>
  const found =
    answer.kind === 'scores' && split ? inUnits(target.name, answer.scores, split.value.statistics) : null
  return (
    <section className={styles.numbers} aria-label={words.answer}>
      {target.columns.map((name, i) => {
        const { label, unit } = namedColumn(name)
        const [value, right] = [found?.[i], truth?.[i]]
        return (
          <div key={name}>
            <span>{label}</span>
            <output>
              {value === undefined ? '–' : numberText(Number(value.toPrecision(3)))} <small>{unit}</small>
            </output>
            <small>{right === undefined ? '' : words.isReally(numberText(right))}</small>
          </div>
        )
      })}
    </section>
  )
}
