import { Menu } from '@base-ui/react/menu'
import { acceleratorText } from '../../shared/commands/accelerator'
import { faceOf, keysOf, type CommandId } from '../../shared/commands/commands'
import { strings } from '../../shared/strings/strings'
import { commands, runCommand } from '../commands/registry'
import { host } from '../host/current'
import { isMac } from '../host/platform'
import { edit } from '../store/edit-document'
import { select } from '../store/session'
import { shownNetwork } from '../store/shown'
import { useCanvas, type MenuTarget, type Spot } from './canvas-state'
import { edgeOf } from './edge-id'
import { focusCanvas, reveal } from './reveal'
import { useAnchor } from './use-anchor'
import styles from './CanvasMenu.module.css'

const words = strings.canvas

interface Item {
  readonly label: string
  readonly keys: string
  readonly run: () => void
}

interface CanvasMenuProps {
  readonly target: MenuTarget
  readonly spot: Spot
}

/** What can be done with a block, an edge or the canvas: commands, where the pointer is. */
export function CanvasMenu({ target, spot }: CanvasMenuProps) {
  const anchor = useAnchor(spot)
  return (
    <Menu.Root open modal={false} onOpenChange={open => !open && useCanvas.setState({ menu: null })}>
      <Menu.Portal>
        <Menu.Positioner
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={2}
          className={styles.positioner}
        >
          <Menu.Popup className={styles.popup} aria-label={words.menu} finalFocus={focusCanvas}>
            {itemsOf(target, spot).map(({ label, keys, run }) => (
              <Menu.Item key={label} className={styles.item} onClick={() => setTimeout(run)}>
                {label}
                {keys !== '' && <kbd>{keys}</kbd>}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function itemsOf(target: MenuTarget, spot: Spot): readonly Item[] {
  switch (target.kind) {
    case 'block':
      return [
        { ...commandItem('openBlock'), keys: acceleratorText('Enter', isMac) },
        ...present('connectBlocks', 'rename', 'deleteSelection')
      ]
    case 'edge':
      return [
        plain(words.insertHere, () => insertHere(target.id, target, spot)),
        plain(words.disconnect, () => disconnect(target.id))
      ]
    case 'canvas':
      return [
        plain(words.addHere, () =>
          useCanvas.setState({ chooser: { kind: 'add', opening: { kind: 'free' }, at: target.at, spot } })
        ),
        ...present('selectAll', 'tidyUp'),
        plain(words.wholeNetwork, () => reveal()),
        ...present('toggleThumbnails', 'undo', 'redo')
      ]
  }
}

function commandItem(id: CommandId): Item {
  const { label } = faceOf(id)
  const keys = keysOf(id, host.kind)
  const [key] = keys
  return {
    label: commands[id].title?.() ?? label,
    keys: key === undefined ? '' : acceleratorText(key, isMac),
    run: () => void runCommand(id)
  }
}

/** Those that have something to do. */
function present(...ids: readonly CommandId[]): readonly Item[] {
  return ids.filter(id => commands[id].enabled()).map(commandItem)
}

const plain = (label: string, run: () => void): Item => ({ label, keys: '', run })

function insertHere(id: string, { at }: Extract<MenuTarget, { kind: 'edge' }>, spot: Spot): void {
  const edge = edgeOf(shownNetwork().network, id)
  if (edge) useCanvas.setState({ chooser: { kind: 'add', opening: { kind: 'edge', edge }, at, spot } })
}

function disconnect(id: string): void {
  const { id: network, network: content } = shownNetwork()
  const edge = edgeOf(content, id)
  if (edge) edit([{ kind: 'disconnect', network, edge }])
  select([])
}
