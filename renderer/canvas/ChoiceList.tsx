import { Popover } from '@base-ui/react/popover'
import { Search } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { BlockTile } from '../ui/BlockTile'
import { focusCanvas } from './reveal'
import type { Spot } from './canvas-state'
import type { Choice } from './choices'
import styles from './ChoiceList.module.css'

interface ChoiceListProps<T> {
  readonly title: string
  readonly search: string
  readonly spot: Spot
  readonly choicesFor: (query: string) => readonly Choice<T>[]
  readonly nothing: (query: string) => string
  readonly onChoose: (value: T) => void
  readonly onClose: () => void
}

/** A short list where it was asked for: type to search, arrow keys, Enter; Escape leaves it. */
export function ChoiceList<T>(props: ChoiceListProps<T>) {
  const { title, search, spot, choicesFor, nothing, onChoose, onClose } = props
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const choices = useMemo(() => choicesFor(query), [choicesFor, query])
  const current = choices[Math.min(at, choices.length - 1)]
  const anchor = useMemo(
    () => ({ getBoundingClientRect: () => DOMRect.fromRect({ x: spot.x, y: spot.y, width: 0, height: 0 }) }),
    [spot]
  )

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at, query])

  const choose = (choice: Choice<T> | undefined): void => {
    if (!choice || choice.fit === 'never') return
    onClose()
    onChoose(choice.value)
  }
  const keys = (event: KeyboardEvent): void => {
    const last = choices.length - 1
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 6),
      PageUp: Math.max(0, at - 6)
    }
    const next = moves[event.key]
    if (next !== undefined) setAt(next)
    else if (event.key === 'Enter') choose(current)
    else return
    event.preventDefault()
  }

  return (
    <Popover.Root open onOpenChange={open => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={6}
          className={styles.positioner}
        >
          <Popover.Popup className={styles.popup} finalFocus={focusCanvas} aria-label={title}>
            <Popover.Title className={styles.title}>{title}</Popover.Title>
            <label className={styles.search}>
              <Search />
              <input
                role="combobox"
                aria-label={search}
                aria-expanded
                aria-controls="choices"
                aria-activedescendant={current && optionId(current)}
                aria-autocomplete="list"
                placeholder={search}
                value={query}
                spellCheck={false}
                autoComplete="off"
                onChange={event => {
                  setQuery(event.target.value)
                  setAt(0)
                }}
                onKeyDown={keys}
              />
            </label>
            <div ref={list} id="choices" role="listbox" aria-label={title} className={styles.list}>
              {choices.map((choice, i) => (
                <Line
                  key={choice.id}
                  choice={choice}
                  head={choice.head !== choices[i - 1]?.head ? choice.head : ''}
                  current={choice === current}
                  onPoint={() => setAt(i)}
                  onChoose={() => choose(choice)}
                />
              ))}
            </div>
            {choices.length === 0 && <p className={styles.nothing}>{nothing(query)}</p>}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

interface LineProps<T> {
  readonly choice: Choice<T>
  /** A heading above the line, where it is the first under it. */
  readonly head: string
  readonly current: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

function Line<T>({ choice, head, current, onPoint, onChoose }: LineProps<T>) {
  const { fit } = choice
  return (
    <>
      {head !== '' && (
        <div role="presentation" className={styles.head}>
          {head}
        </div>
      )}
      <div
        id={optionId(choice)}
        role="option"
        aria-selected={current}
        aria-disabled={fit === 'never' ? true : undefined}
        className={`${styles.option} ${fit === 'fits' ? '' : styles.muted}`}
        onPointerMove={onPoint}
        onClick={onChoose}
      >
        <BlockTile type={choice.type} />
        <span className={styles.label}>{choice.label}</span>
        <span className={styles.detail}>{choice.detail}</span>
      </div>
    </>
  )
}

function optionId({ id }: { readonly id: string }): string {
  return `choice-${id}`
}
