import type { Samples } from '../../shared/datasets/data-session'
import { categoryOf, type Dataset } from '../../shared/datasets/dataset'
import { strings } from '../../shared/strings/strings'
import { sampleText } from '../samples/sample-text'
import { SamplePicture } from '../samples/SamplePicture'
import { valuesOf } from '../samples/use-samples'
import { gridKeys } from '../ui/grid-keys'
import styles from './SampleGrid.module.css'

const words = strings.data

const moveInGrid = gridKeys('button')

interface SampleGridProps {
  readonly dataset: Dataset
  readonly samples: Samples
  readonly chosen: number | undefined
  readonly onChoose: (row: number) => void
}

/** A page of samples, each with its class; arrow keys go from one to the next. */
export function SampleGrid({ dataset, samples, chosen, onChoose }: SampleGridProps) {
  const field = dataset.fields.find(found => found.kind !== 'category')
  const category = categoryOf(dataset)
  if (!field) return null
  const rows = [...samples.rows]
  const stop = chosen !== undefined && rows.includes(chosen) ? chosen : rows[0]
  return (
    <div
      className={styles.grid}
      role="group"
      aria-label={words.samples}
      data-kind={field.kind}
      onKeyDown={moveInGrid}
    >
      {rows.map((row, place) => {
        const values = valuesOf(samples, field.name, place)
        const answer = category && valuesOf(samples, category.name, place)
        const label = category && answer ? sampleText(category, answer) : ''
        return (
          <button
            key={row}
            type="button"
            className={styles.tile}
            aria-pressed={row === chosen}
            aria-label={words.sampleOf(
              field.kind === 'image' || !values ? words.sample(String(row)) : sampleText(field, values),
              label
            )}
            tabIndex={row === stop ? 0 : -1}
            onClick={() => onChoose(row)}
            onFocus={() => onChoose(row)}
          >
            {values && <SamplePicture field={field} values={values} size="small" />}
            <span className={styles.caption}>{label}</span>
          </button>
        )
      })}
    </div>
  )
}
