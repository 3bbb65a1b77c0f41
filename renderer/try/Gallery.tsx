import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useState } from 'react'
import { strings } from '../../shared/strings/strings'
import type { Judgement } from '../../shared/training/protocol'
import { useSamples, valuesOf } from '../samples/use-samples'
import { Button } from '../ui/Button'
import { gridKeys } from '../ui/grid-keys'
import { Hint } from '../ui/Hint'
import { Segments } from '../ui/Segments'
import { Closer } from './Closer'
import { filtered } from './matrix'
import type { ClassQuestion } from './question'
import { SampleTile } from './SampleTile'
import { useTryView } from './try-view'
import styles from './Gallery.module.css'

const words = strings.trying

const moveInGrid = gridKeys('button', 'column')

/** Tiles on one page. */
const page = 60

interface GalleryProps {
  readonly question: ClassQuestion
  readonly judgement: Judgement
}

/** Samples that it never saw, the surest mistakes first; one of them at a closer look. */
export function Gallery({ question, judgement }: GalleryProps) {
  const { data, field, classes } = question
  const { filter, row: chosen } = useTryView()
  const [start, setStart] = useState(0)
  const places = filtered(judgement, filter)
  const from = start < places.length ? start : 0
  const onPage = places.slice(from, from + page)
  const rowOf = (place: number): number => judgement.rows[place] ?? 0
  const read = useSamples(data, Int32Array.from(onPage, rowOf))
  const samples = read?.ok === true ? read.value : null
  const current = onPage.find(place => rowOf(place) === chosen) ?? onPage[0]
  const nameOf = (list: Int32Array, place: number): string => classes[list[place] ?? -1] ?? '?'
  const show = (changed: Partial<typeof filter>): void => {
    setStart(0)
    useTryView.setState({ filter: { ...filter, ...changed } })
  }

  return (
    <div className={styles.gallery}>
      <div className={styles.left}>
        <header className={styles.bar}>
          <Segments
            label={words.filter}
            value={filter.shown}
            options={words.filters}
            onChange={shown => show({ shown })}
          />
          {filter.cell && (
            <Hint text={words.showAll}>
              <Button look="soft" className={styles.chip} onClick={() => show({ cell: null })}>
                {words.takenFor(classes[filter.cell[0]] ?? '?', classes[filter.cell[1]] ?? '?')} <X />
              </Button>
            </Hint>
          )}
          <span className={styles.count} role="status">
            {words.countOf(places.length, judgement.rows.length)}
          </span>
          {places.length > page && (
            <>
              <Turn text={words.previous} disabled={from === 0} onClick={() => setStart(from - page)}>
                <ChevronLeft />
              </Turn>
              <Turn
                text={words.next}
                disabled={from + page >= places.length}
                onClick={() => setStart(from + page)}
              >
                <ChevronRight />
              </Turn>
            </>
          )}
        </header>
        <div
          className={`${styles.tiles} ${field.kind === 'image' ? '' : styles.wide}`}
          role="group"
          aria-label={words.heldOut}
          onKeyDown={moveInGrid}
        >
          {onPage.map(place => (
            <SampleTile
              key={rowOf(place)}
              field={field}
              values={samples && valuesOf(samples, field.name, samples.rows.indexOf(rowOf(place)))}
              truth={nameOf(judgement.truth, place)}
              guess={nameOf(judgement.guess, place)}
              selected={place === current}
              tabIndex={place === current ? 0 : -1}
              onChoose={() => useTryView.setState({ row: rowOf(place) })}
            />
          ))}
          {places.length === 0 && (
            <p className={styles.nothing}>{filter.shown === 'wrong' ? words.noneWrong : words.noneOfThese}</p>
          )}
        </div>
      </div>
      {read?.ok === false ? (
        <p className={styles.nothing}>{read.error}</p>
      ) : (
        current !== undefined && (
          <Closer question={question} judgement={judgement} place={current} samples={samples} />
        )
      )}
    </div>
  )
}

interface TurnProps {
  readonly text: string
  readonly disabled: boolean
  readonly onClick: () => void
  readonly children: React.ReactElement
}

function Turn({ text, disabled, onClick, children }: TurnProps) {
  return (
    <Hint text={text}>
      <Button aria-label={text} disabled={disabled} onClick={onClick}>
        {children}
      </Button>
    </Hint>
  )
}
