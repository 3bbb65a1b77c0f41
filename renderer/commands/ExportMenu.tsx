import { Menu } from '@base-ui/react/menu'
import { ChevronDown, Download } from 'lucide-react'
import type { CommandId } from '../../shared/commands/commands'
import { strings } from '../../shared/strings/strings'
import { host } from '../host/current'
import { Button } from '../ui/Button'
import { useCommand } from './use-command'
import styles from './ExportMenu.module.css'

/** Of the code, in the order of the menu. */
const CODE_COMMANDS: readonly CommandId[] = [
  ...(host.saveFolder ? (['exportFolder'] as const) : []),
  'exportZip',
  'exportNotebook',
  'exportScript',
  'copyCode'
]

/** Of the network as it is seen. */
const PICTURE_COMMANDS: readonly CommandId[] = ['showDiagram', 'copyDiagram']

interface ExportMenuProps {
  /** Pictures of the network too, not its code alone. */
  readonly all?: boolean
  readonly look?: 'plain' | 'soft'
  /** Of the words, which a narrow toolbar hides. */
  readonly textClass?: string | undefined
}

/** All ways to take the network out of the window. */
export function ExportMenu({ all = false, look = 'plain', textClass }: ExportMenuProps) {
  const label = all ? strings.app.export : strings.code.export
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button look={look} className={styles.trigger ?? ''} aria-label={label} />}>
        <Download />
        <span className={textClass}>{label}</span>
        <ChevronDown className={styles.arrow} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className={styles.positioner}>
          <Menu.Popup className={styles.popup}>
            <Why />
            {CODE_COMMANDS.map(id => (
              <Item key={id} id={id} />
            ))}
            {all && (
              <>
                <Menu.Separator className={styles.separator} />
                {PICTURE_COMMANDS.map(id => (
                  <Item key={id} id={id} />
                ))}
              </>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Item({ id }: { readonly id: CommandId }) {
  const { title, enabled, run } = useCommand(id)
  return (
    <Menu.Item className={styles.item} disabled={!enabled} onClick={run}>
      {title}
    </Menu.Item>
  )
}

/** Why nothing can be exported. */
function Why() {
  const { enabled } = useCommand('exportScript')
  return enabled ? null : <p className={styles.why}>{strings.code.notYetExported}</p>
}
