import type { SplitRows } from '../../shared/datasets/data-session'
import { categoryOf, type Dataset } from '../../shared/datasets/dataset'
import { PARTS } from '../../shared/datasets/split'
import { countText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { ClassMark } from '../samples/ClassMark'
import { look, useDataView } from './data-view'
import { classCounts } from './parts'
import { planeOf } from './plane'
import styles from './ClassBars.module.css'

const words = strings.data

interface ClassBarsProps {
  readonly dataset: Dataset
  /** `null` until it is read. */
  readonly split: SplitRows | null
}

/** How many samples each class has, by part; a click shows those of one class alone. */
export function ClassBars({ dataset, split }: ClassBarsProps) {
  const { label } = useDataView(dataset.id)
  const category = categoryOf(dataset)
  if (!category) return null
  const isPlane = planeOf(dataset) !== null
  const counts = split ? classCounts(split, category.classes.length) : []
  const sums = counts.map(count => PARTS.reduce((n, part) => n + count[part], 0))
  const most = Math.max(1, ...sums)
  return (
    <section className={styles.classes} aria-label={words.classes}>
      <h3>{words.classes}</h3>
      {category.classes.map((name, i) => {
        const count = counts[i] ?? { train: 0, validation: 0, test: 0 }
        const sum = countText(sums[i] ?? 0)
        return (
          <button
            key={name}
            type="button"
            className={styles.class}
            aria-pressed={label === i}
            aria-label={words.classCounts(
              name,
              sum,
              countText(count.train),
              countText(count.validation),
              countText(count.test)
            )}
            onClick={() => look(dataset.id, { label: label === i ? null : i, start: 0 })}
          >
            <span className={styles.name}>
              {isPlane && <ClassMark place={i} />} {name}
            </span>
            <span className={styles.bar} style={{ width: `${((sums[i] ?? 0) / most) * 100}%` }}>
              {PARTS.map(part => (
                <i key={part} data-split={part} style={{ flexGrow: count[part] }} />
              ))}
            </span>
            <span className={styles.count}>{split ? sum : ''}</span>
          </button>
        )
      })}
    </section>
  )
}
