import type { CommandId } from '../../shared/commands/commands'
import { faceOf } from '../../shared/commands/commands'
import { CommandButton } from '../commands/CommandButton'
import styles from './Inspector.module.css'

/** What can be done with what is selected. */
export function Actions({ commands }: { readonly commands: readonly CommandId[] }) {
  return (
    <div className={styles.actions}>
      {commands.map(id => (
        <CommandButton key={id} id={id} look="soft">
          {faceOf(id).label}
        </CommandButton>
      ))}
    </div>
  )
}
