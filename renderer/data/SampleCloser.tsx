import type { Samples } from '../../shared/datasets/data-session'
import type { Dataset, Field } from '../../shared/datasets/dataset'
import { countText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { sampleText } from '../samples/sample-text'
import { SamplePicture } from '../samples/SamplePicture'
import { valuesOf } from '../samples/use-samples'
import styles from './SampleCloser.module.css'

const words = strings.data

interface SampleCloserProps {
  readonly dataset: Dataset
  readonly samples: Samples
  readonly row: number
}

/** All that a sample has, field by field. */
export function SampleCloser({ dataset, samples, row }: SampleCloserProps) {
  const place = samples.rows.indexOf(row)
  if (place < 0) return null
  return (
    <section className={styles.closer} aria-label={words.closer}>
      {dataset.fields.map(field => {
        const values = valuesOf(samples, field.name, place)
        return values && <FieldValue key={field.name} field={field} values={values} />
      })}
      <p className={styles.row}>{words.sample(countText(row))}</p>
    </section>
  )
}

interface FieldValueProps {
  readonly field: Field
  readonly values: ArrayLike<number>
}

function FieldValue({ field, values }: FieldValueProps) {
  switch (field.kind) {
    case 'image':
      return <SamplePicture field={field} values={values} size="large" />
    case 'tokens':
      return (
        <div>
          <SamplePicture field={field} values={values} size="large" />
          <ol className={styles.tokens}>
            {Array.from(values, (id, i) => (
              <li key={i} className={id === 0 ? styles.padding : undefined}>
                <span>{id === 0 ? '–' : (field.vocabulary[id] ?? '?')}</span>
                <i>{id}</i>
              </li>
            ))}
          </ol>
        </div>
      )
    case 'vector':
      return (
        <dl className={styles.values}>
          {field.columns.map((column, i) => (
            <div key={column}>
              <dt>{column}</dt>
              <dd>{numberText(values[i] ?? 0)}</dd>
            </div>
          ))}
        </dl>
      )
    case 'category':
      return (
        <p className={styles.label}>
          <span>{field.label}</span> <b>{sampleText(field, values)}</b>
        </p>
      )
  }
}

/** A float32 as it was meant: 5.1, not 5.099999904632568. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(7)))
}
