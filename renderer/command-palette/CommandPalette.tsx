import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import { strings } from '../../shared/strings/strings'
import { useSession } from '../store/session'
import { BlockTile } from '../ui/BlockTile'
import { SearchList } from '../ui/SearchList'
import { paletteEntries, type PaletteEntry } from './entries'
import { rank } from './rank'
import { noteRecent, recentEntries } from './recent'
import styles from './CommandPalette.module.css'

const words = strings.commandPalette

const close = (): void => useSession.setState({ overlay: null })

/** Everything by its name: type, choose with the arrow keys, Enter. */
export function CommandPalette() {
  const [find] = useState(finder)
  return (
    <Dialog.Root open onOpenChange={open => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} aria-label={words.label}>
          <SearchList
            id="commands"
            label={words.label}
            search={words.search}
            find={find}
            nothing={words.nothing}
            page={8}
            onChoose={choose}
            styles={styles}
            classOf={() => styles.entry ?? ''}
          >
            {({ block, label, group, keys }) => (
              <>
                {block !== undefined && <BlockTile type={block} />}
                <span className={styles.label}>{label}</span>
                <span className={styles.group}>{group}</span>
                {keys !== '' && <kbd>{keys}</kbd>}
              </>
            )}
          </SearchList>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** What can be found, as it is when the palette opens. */
function finder(): (query: string) => readonly PaletteEntry[] {
  const [entries, recent] = [paletteEntries(), recentEntries()]
  return query => rank(entries, query, recent)
}

function choose(entry: PaletteEntry): void {
  noteRecent(entry.id)
  close()
  // A block that is chosen takes the focus, once the palette has given it back; all else leaves it where it was.
  setTimeout(entry.run)
}
