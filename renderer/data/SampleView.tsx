import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { SplitRows } from '../../shared/datasets/data-session'
import { categoryOf, type Dataset } from '../../shared/datasets/dataset'
import type { Part } from '../../shared/datasets/split'
import type { DataBinding } from '../../shared/document/schema'
import { countText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { useSamples } from '../samples/use-samples'
import { Button } from '../ui/Button'
import { Segments } from '../ui/Segments'
import { Select } from '../ui/Select'
import { look, useDataView } from './data-view'
import { rowsOf } from './parts'
import { planeOf } from './plane'
import { SampleCloser } from './SampleCloser'
import { SampleGrid } from './SampleGrid'
import { Scatter } from './Scatter'
import styles from './SampleView.module.css'

const words = strings.data

/** Samples on one page of the grid. */
const page = 60
/** Points in one scatter plot. */
const most = 4000

const all = 'all'

interface SampleViewProps {
  readonly data: DataBinding
  readonly dataset: Dataset
  readonly split: SplitRows
}

/** The samples of a part, those of one class if you like, with one of them at a closer look. */
export function SampleView({ data, dataset, split }: SampleViewProps) {
  const { part, label, start, row } = useDataView(dataset.id)
  const category = categoryOf(dataset)
  const plane = planeOf(dataset)
  const rows = rowsOf(split, part, label)
  const from = start < rows.length ? start : 0
  // A scatter plot shows the other classes too, faded: a class is read against the others.
  const shown = plane ? split[part].slice(0, most) : rows.slice(from, from + page)
  const read = useSamples(data, shown)
  const samples = read?.ok === true ? read.value : null
  const chosen = plane ? (row !== null && rows.includes(row) ? row : rows[0]) : choiceOf(shown, row)
  const choose = (next: number): void => look(dataset.id, { row: next })

  return (
    <section className={styles.view} aria-label={words.samples}>
      <div className={styles.samples}>
        <header className={styles.tools}>
          <Segments<Part>
            label={words.part}
            value={part}
            options={words.parts}
            onChange={next => look(dataset.id, { part: next, start: 0 })}
          />
          {category && (
            <div className={styles.filter}>
              <Select
                label={words.class}
                value={label === null ? all : `class-${label}`}
                options={{ [all]: words.allClasses, ...optionsOf(category.classes) }}
                onChange={value => look(dataset.id, { label: placeOf(value), start: 0 })}
              />
            </div>
          )}
          <span className={styles.count} role="status">
            {plane || rows.length <= page
              ? words.shown(countText(rows.length), countText(split[part].length))
              : words.page(
                  countText(from + 1),
                  countText(Math.min(rows.length, from + page)),
                  countText(rows.length)
                )}
          </span>
          {!plane && rows.length > page && (
            <>
              <Button
                aria-label={words.previous}
                disabled={from === 0}
                onClick={() => look(dataset.id, { start: Math.max(0, from - page) })}
              >
                <ChevronLeft />
              </Button>
              <Button
                aria-label={words.next}
                disabled={from + page >= rows.length}
                onClick={() => look(dataset.id, { start: from + page })}
              >
                <ChevronRight />
              </Button>
            </>
          )}
        </header>
        {rows.length === 0 ? (
          <p className={styles.note}>{words.none}</p>
        ) : read?.ok === false ? (
          <p className={styles.note} role="alert">
            {read.error}
          </p>
        ) : samples === null ? (
          <p className={styles.note} role="status">
            {words.loading}
          </p>
        ) : plane ? (
          <Scatter {...plane} samples={samples} label={label} chosen={chosen} onChoose={choose} />
        ) : (
          <SampleGrid dataset={dataset} samples={samples} chosen={chosen} onChoose={choose} />
        )}
      </div>
      {samples && chosen !== undefined && <SampleCloser dataset={dataset} samples={samples} row={chosen} />}
    </section>
  )
}

function choiceOf(shown: Int32Array, row: number | null): number | undefined {
  return row !== null && shown.includes(row) ? row : shown[0]
}

/** Not by the bare number: an object would put `all` behind it. */
function optionsOf(classes: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(classes.map((name, i) => [`class-${i}`, name]))
}

function placeOf(option: string): number | null {
  return option === all ? null : Number(option.slice('class-'.length))
}
