import { useState, type KeyboardEvent } from 'react'
import { strings } from '../../shared/strings/strings'
import type { Judgement } from '../../shared/training/protocol'
import type { DataBinding } from '../../shared/document/schema'
import { Button } from '../ui/Button'
import { Segments } from '../ui/Segments'
import { Bars } from './Bars'
import { filtered } from './matrix'
import type { Known } from './question'
import { SamplePicture } from './SamplePicture'
import { SampleTile } from './SampleTile'
import { useTryView } from './try-view'
import { useSamples, valuesOf } from './use-samples'
import styles from './Samples.module.css'

const words = strings.trying

/** Tiles on one page. */
const page = 48

interface GalleryProps {
  readonly data: DataBinding
  readonly question: Known
  readonly judgement: Judgement
}

/** Samples that it never saw, the surest mistakes first; one of them at a closer look. */
export function Gallery({ data, question, judgement }: GalleryProps) {
  const { field, classes } = question
  const filter = useTryView(s => s.filter)
  const chosen = useTryView(s => s.row)
  const [start, setStart] = useState(0)
  const places = filtered(judgement, filter)
  const from = start < places.length ? start : 0
  const onPage = places.slice(from, from + page)
  const rowOf = (place: number): number => judgement.rows[place] ?? 0
  const state = useSamples(data, Int32Array.from(onPage, rowOf))
  const current = onPage.find(place => rowOf(place) === chosen) ?? onPage[0]
  const nameOf = (list: Int32Array, place: number): string => classes[list[place] ?? -1] ?? '?'

  const keys = (event: KeyboardEvent<HTMLDivElement>): void => {
    const tiles = [...event.currentTarget.querySelectorAll('button')]
    const at = tiles.findIndex(tile => tile === document.activeElement)
    const across = tiles.filter(tile => tile.offsetTop === tiles[0]?.offsetTop).length
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across }[event.key]
    if (step === undefined || at < 0) return
    event.preventDefault()
    tiles[Math.min(tiles.length - 1, Math.max(0, at + step))]?.focus()
  }

  return (
    <div className={styles.gallery}>
      <div className={styles.left}>
        <header className={styles.bar}>
          <Segments
            label={words.filter}
            value={filter.shown}
            options={words.filters}
            onChange={shown => {
              setStart(0)
              useTryView.setState({ filter: { ...filter, shown } })
            }}
          />
          {filter.cell && (
            <Button
              look="soft"
              onClick={() => useTryView.setState({ filter: { ...filter, cell: null } })}
            >
              {words.takenFor(classes[filter.cell[0]] ?? '?', classes[filter.cell[1]] ?? '?')} ✕
            </Button>
          )}
          <span className={styles.count} role="status">
            {words.countOf(places.length, judgement.rows.length)}
          </span>
          <Button disabled={from === 0} onClick={() => setStart(Math.max(0, from - page))}>
            {words.previous}
          </Button>
          <Button disabled={from + page >= places.length} onClick={() => setStart(from + page)}>
            {words.next}
          </Button>
        </header>
        <div className={styles.tiles} role="group" aria-label={words.heldOut} onKeyDown={keys}>
          {onPage.map(place => (
            <SampleTile
              key={rowOf(place)}
              field={field}
              values={
                state.kind === 'samples'
                  ? valuesOf(state.samples, field.name, state.samples.rows.indexOf(rowOf(place)))
                  : null
              }
              truth={nameOf(judgement.truth, place)}
              guess={nameOf(judgement.guess, place)}
              selected={place === current}
              tabIndex={place === current ? 0 : -1}
              onClick={() => useTryView.setState({ row: rowOf(place) })}
              onFocus={() => useTryView.setState({ row: rowOf(place) })}
            />
          ))}
          {places.length === 0 && <p className={styles.nothing}>{words.noneOfThese}</p>}
        </div>
      </div>
      {current !== undefined && state.kind === 'samples' && (
        <Closer
          question={question}
          judgement={judgement}
          place={current}
          values={valuesOf(state.samples, field.name, state.samples.rows.indexOf(rowOf(current)))}
        />
      )}
      {state.kind === 'failed' && <p className={styles.nothing}>{state.why}</p>}
    </div>
  )
}

interface CloserProps {
  readonly question: Known
  readonly judgement: Judgement
  readonly place: number
  readonly values: ArrayLike<number> | null
}

function Closer({ question: { field, classes }, judgement, place, values }: CloserProps) {
  const { truth, guess, scores, classes: count, rows } = judgement
  const [is, said] = [classes[truth[place] ?? -1] ?? '?', classes[guess[place] ?? -1] ?? '?']
  return (
    <section className={styles.closer} aria-label={words.closer}>
      <div>
        {values && <SamplePicture field={field} values={values} size="large" />}
        <p>
          <b>{is === said ? words.rightSample(is) : words.wrongSample(is, said)}</b>
          <span>{words.row(rows[place] ?? 0)}</span>
        </p>
      </div>
      <Bars
        classes={classes}
        answer={{ kind: 'scores', scores: [...scores.subarray(place * count, (place + 1) * count)] }}
      />
    </section>
  )
}
