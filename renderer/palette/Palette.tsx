import { Search } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { BLOCKS, type AnyBlock } from '../../shared/blocks/registry'
import { strings } from '../../shared/strings/strings'
import { focusCanvas } from '../canvas/reveal'
import { useDocument } from '../store/document'
import { useShownNetworkId } from '../store/shown'
import { BlockTile } from '../ui/BlockTile'
import { addBlock } from './add-block'
import { belongs } from './belongs'
import { beginBlockDrag } from './drag'
import { registerSearch } from './focus-search'
import { searchBlocks } from './search'
import styles from './Palette.module.css'

const words = strings.palette

/** Every block of the registry, by group: a click adds one, dragging puts it in its place. */
export function Palette() {
  const [query, setQuery] = useState('')
  const isRoot = useShownNetworkId() === useDocument(s => s.document.root)
  const hasGroups = useDocument(s => Object.keys(s.document.networks).length > 1)
  const groups = searchBlocks(
    [...BLOCKS.values()].filter(block => belongs(block, isRoot, hasGroups)),
    query
  )
  const keys = (event: KeyboardEvent<HTMLInputElement>): void => {
    const first = groups[0]?.blocks[0]
    if (event.key === 'Enter' && first) addBlock(first.type)
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    setQuery('')
    // To the block that was added, or back to where the work is.
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
          placeholder={words.search}
          value={query}
          onChange={event => setQuery(event.target.value)}
          onKeyDown={keys}
        />
        <kbd>/</kbd>
      </label>
      <div className={styles.list}>
        {groups.map(({ group, blocks }) => (
          <section key={group} aria-label={words.groups[group]}>
            <h3 className={styles.group}>{words.groups[group]}</h3>
            {blocks.map(block => (
              <PaletteItem key={block.type} block={block} />
            ))}
          </section>
        ))}
        {groups.length === 0 && <p className={styles.nothing}>{words.nothing(query)}</p>}
      </div>
    </aside>
  )
}

function PaletteItem({ block }: { readonly block: AnyBlock }) {
  return (
    <button
      type="button"
      className={styles.item}
      title={block.docs.summary}
      draggable
      onDragStart={event => beginBlockDrag(event.dataTransfer, block.type)}
      onClick={() => addBlock(block.type)}
    >
      <BlockTile type={block.type} />
      {block.label}
    </button>
  )
}
