import { strings } from '../../shared/strings/strings'
import { BlockTile } from '../ui/BlockTile'
import { Hint } from '../ui/Hint'
import { beginBlockDrag } from './drag'
import type { Found } from './search'
import styles from './Palette.module.css'

interface PaletteItemProps extends Found {
  /** The list is one stop of the Tab key; arrow keys move within it. */
  readonly tabbable: boolean
  readonly onAdd: (type: string, byKeyboard: boolean) => void
}

export function PaletteItem({ block, why, tabbable, onAdd }: PaletteItemProps) {
  const { type, label, docs } = block
  return (
    <Hint text={docs.summary} side="right">
      <button
        type="button"
        className={styles.item}
        data-list-item
        tabIndex={tabbable ? 0 : -1}
        aria-label={label}
        aria-description={why === undefined ? docs.summary : strings.palette.because(why, docs.summary)}
        draggable
        onDragStart={event => beginBlockDrag(event.dataTransfer, type)}
        // Enter and Space click without a count of clicks.
        onClick={event => onAdd(type, event.detail === 0)}
      >
        <BlockTile type={type} />
        <span className={styles.words}>
          <span className={styles.label}>{breakable(label)}</span>
          {why !== undefined && <span className={styles.why}>{why}</span>}
        </span>
      </button>
    </Hint>
  )
}

/** A long name may go on below where a new word begins in it. */
function breakable(label: string) {
  return label.split(/(?<=[a-z])(?=[A-Z])/).flatMap((word, i) => (i === 0 ? [word] : [<wbr key={i} />, word]))
}
