import { Search } from 'lucide-react'
import { Fragment, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

interface SearchListProps<T> {
  /** Of the list; those of its lines begin with it. */
  readonly id: string
  readonly label: string
  readonly search: string
  /** What a search finds; the same function as long as there is the same to be found. */
  readonly find: (query: string) => readonly T[]
  readonly nothing: (query: string) => string
  /** How many lines a page has for the keys that turn pages. */
  readonly page: number
  readonly isDisabled?: (item: T) => boolean
  readonly onChoose: (item: T) => void
  readonly styles: Readonly<Record<string, string | undefined>>
  /** Of a line. */
  readonly classOf: (item: T) => string
  /** What stands above a line, where it is not what stood above the one before. */
  readonly headOf?: (item: T) => string
  /** What stands in a line. */
  readonly children: (item: T) => ReactNode
}

/** A search field over what it finds: type, choose with the arrow keys or the pointer, Enter. */
export function SearchList<T extends { readonly id: string }>(props: SearchListProps<T>) {
  const { id, label, search, find, nothing, page, isDisabled, onChoose } = props
  const { styles, classOf, headOf, children } = props
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const found = useMemo(() => find(query), [find, query])
  const current = found[Math.min(at, found.length - 1)]
  const idOf = (item: T): string => `${id}-${item.id.replaceAll(' ', '-')}`

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at, query])

  const choose = (item: T | undefined): void => {
    if (item && isDisabled?.(item) !== true) onChoose(item)
  }
  const keys = (event: KeyboardEvent): void => {
    const last = found.length - 1
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + page),
      PageUp: Math.max(0, at - page)
    }
    const next = moves[event.key]
    if (next !== undefined) setAt(next)
    else if (event.key === 'Enter') choose(current)
    else return
    event.preventDefault()
  }

  return (
    <>
      <label className={styles.search}>
        <Search />
        <input
          role="combobox"
          aria-label={search}
          aria-expanded
          aria-controls={id}
          aria-activedescendant={current && idOf(current)}
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
      <div ref={list} id={id} role="listbox" aria-label={label} className={styles.list}>
        {found.map((item, i) => {
          const [head, before] = [headOf?.(item) ?? '', found[i - 1]]
          const isFirst = before === undefined || headOf?.(before) !== head
          return (
            <Fragment key={item.id}>
              {isFirst && head !== '' && (
                <div role="presentation" className={styles.head}>
                  {head}
                </div>
              )}
              <div
                id={idOf(item)}
                role="option"
                aria-selected={item === current}
                aria-disabled={isDisabled?.(item) === true ? true : undefined}
                className={classOf(item)}
                onPointerMove={() => setAt(i)}
                onClick={() => choose(item)}
              >
                {children(item)}
              </div>
            </Fragment>
          )
        })}
      </div>
      {found.length === 0 && <p className={styles.nothing}>{nothing(query)}</p>}
    </>
  )
}
