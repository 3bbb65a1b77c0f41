import { Search } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { BLOCKS } from '../../shared/blocks/registry'
import { strings } from '../../shared/strings/strings'
import { focusCanvas } from '../canvas/reveal'
import { useDocument } from '../store/document'
import { useShownNetworkId } from '../store/shown'
import { addBlock } from './add-block'
import { belongs } from './belongs'
import { focusPaletteSearch, registerSearch } from './focus-search'
import { moveInList } from './move-in-list'
import { PaletteItem } from './PaletteItem'
import { groupBlocks, searchBlocks } from './search'
import styles from './Palette.module.css'

const words = strings.palette

/** Every block of the registry: a click adds one, dragging puts it in its place. A search ranks what it finds. */
export function Palette() {
  const [query, setQuery] = useState('')
  const isRoot = useShownNetworkId() === useDocument(s => s.document.root)
  const hasGroups = useDocument(s => Object.keys(s.document.networks).length > 1)
  const blocks = [...BLOCKS.values()].filter(block => belongs(block, isRoot, hasGroups))
  const searching = query.trim() !== ''
  const found = searchBlocks(blocks, query)
  const add = (type: string, byKeyboard: boolean): void => {
    addBlock(type)
    setQuery('')
    // On to the block that is new.
    if (byKeyboard) focusCanvas()
  }
  const keys = (event: KeyboardEvent<HTMLInputElement>): void => {
    const [first] = found
    if (event.key === 'Enter' && first) add(first.block.type, true)
    if (event.key !== 'Escape') return
    setQuery('')
    // Back to where the work is.
    focusCanvas()
  }
  return (
    <aside data-part="palette" className={styles.palette} aria-label={words.label}>
      <label className={styles.search}>
        <Search />
        <input
          ref={registerSearch}
          type="search"
          aria-label={words.search}
          aria-description={words.searchHelp}
          placeholder={words.search}
          value={query}
          onChange={event => setQuery(event.target.value)}
          onKeyDown={event => {
            if (!moveInList(event)) keys(event)
          }}
        />
        <kbd>/</kbd>
      </label>
      <div
        className={`${styles.list} ${searching ? styles.searching : ''}`}
        onKeyDown={event => {
          if (moveInList(event)) return
          // What is typed goes on with the search; Escape goes back to it.
          const isText = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey
          if (event.key === 'Escape') event.stopPropagation()
          if (isText || event.key === 'Escape') focusPaletteSearch()
        }}
      >
        {searching
          ? found.map((one, i) => (
              <PaletteItem key={one.block.type} {...one} tabbable={i === 0} onAdd={add} />
            ))
          : groupBlocks(blocks).map(({ group, blocks: inside }, place) => (
              <section key={group} aria-label={words.groups[group]}>
                <h2 className={styles.group}>{words.groups[group]}</h2>
                {inside.map((block, i) => (
                  <PaletteItem key={block.type} block={block} tabbable={place + i === 0} onAdd={add} />
                ))}
              </section>
            ))}
        {searching && found.length === 0 && <p className={styles.nothing}>{words.nothing(query)}</p>}
      </div>
    </aside>
  )
}
