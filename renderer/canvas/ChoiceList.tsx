import { Popover } from '@base-ui/react/popover'
import { BlockTile } from '../ui/BlockTile'
import { SearchList } from '../ui/SearchList'
import { focusCanvas } from './reveal'
import type { Spot } from './canvas-state'
import type { Choice } from './choices'
import { useAnchor } from './use-anchor'
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
  const anchor = useAnchor(spot)

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
            <SearchList
              id="choices"
              label={title}
              search={search}
              find={choicesFor}
              nothing={nothing}
              page={6}
              isDisabled={({ fit }) => fit === 'never'}
              onChoose={({ value }) => {
                onClose()
                onChoose(value)
              }}
              styles={styles}
              classOf={({ fit }) => `${styles.option} ${fit === 'fits' ? '' : styles.muted}`}
              headOf={({ head }) => head}
            >
              {({ type, label, detail }) => (
                <>
                  <BlockTile type={type} />
                  <span className={styles.label}>{label}</span>
                  <span className={styles.detail}>{detail}</span>
                </>
              )}
            </SearchList>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
