import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { strings } from '../../shared/strings/strings'
import { useSession } from '../store/session'
import { BlockTile } from '../ui/BlockTile'
import { paletteEntries, type PaletteEntry } from './entries'
import { rank } from './rank'
import { noteRecent, recentEntries } from './recent'
import styles from './CommandPalette.module.css'

const words = strings.commandPalette

const close = (): void => useSession.setState({ overlay: null })

/** Everything by its name: type, choose with the arrow keys, Enter. */
export function CommandPalette() {
  // A block that is chosen takes the focus; all else gives it back to where it was.
  const [entries] = useState(paletteEntries)
  const [recent] = useState(recentEntries)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const found = rank(entries, query, recent)
  const current = found[Math.min(at, found.length - 1)]

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at, query])

  const choose = (entry: PaletteEntry | undefined): void => {
    if (!entry) return
    noteRecent(entry.id)
    close()
    // Once the palette has given back the focus: what is chosen may take it.
    setTimeout(entry.run)
  }
  const keys = (event: KeyboardEvent): void => {
    const last = found.length - 1
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8)
    }
    const next = moves[event.key]
    if (next !== undefined) setAt(next)
    else if (event.key === 'Enter') choose(current)
    else return
    event.preventDefault()
  }

  return (
    <Dialog.Root open onOpenChange={open => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} aria-label={words.label}>
          <label className={styles.search}>
            <Search />
            <input
              role="combobox"
              aria-label={words.search}
              aria-expanded
              aria-controls="commands"
              aria-activedescendant={current && idOf(current)}
              aria-autocomplete="list"
              placeholder={words.search}
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
          <div ref={list} id="commands" role="listbox" aria-label={words.label} className={styles.list}>
            {found.map((entry, i) => (
              <div
                key={entry.id}
                id={idOf(entry)}
                role="option"
                aria-selected={entry === current}
                className={styles.entry}
                onPointerMove={() => setAt(i)}
                onClick={() => choose(entry)}
              >
                {entry.block !== undefined && <BlockTile type={entry.block} />}
                <span className={styles.label}>{entry.label}</span>
                <span className={styles.group}>{entry.group}</span>
                {entry.keys !== '' && <kbd>{entry.keys}</kbd>}
              </div>
            ))}
          </div>
          {found.length === 0 && <p className={styles.nothing}>{words.nothing(query)}</p>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function idOf({ id }: PaletteEntry): string {
  return `command-${id.replaceAll(' ', '-')}`
}
