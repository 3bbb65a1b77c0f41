import { acceleratorText } from '../../shared/commands/accelerator'
import { COMMAND_GROUPS, COMMANDS, faceOf, keysOf, type CommandId } from '../../shared/commands/commands'
import { strings } from '../../shared/strings/strings'
import { host } from '../host/current'
import { isMac } from '../host/platform'
import { useSession } from '../store/session'
import { Sheet } from '../ui/Sheet'
import styles from './ShortcutSheet.module.css'

const ids = (Object.keys(COMMANDS) as CommandId[]).filter(id => keysOf(id, host.kind).length > 0)
const { groups } = strings.commandPalette
const words = strings.shortcuts

/** All keys on one sheet, and what the mouse does on the canvas. */
export function ShortcutSheet() {
  return (
    <Sheet
      title={words.title}
      className={styles.sheet}
      onClose={() => useSession.setState({ overlay: null })}
    >
      <div className={styles.groups} tabIndex={0} role="region" aria-label={words.title}>
        {COMMAND_GROUPS.map(group => (
          <section key={group}>
            <h3>{groups[group]}</h3>
            <dl>
              {ids
                .filter(id => faceOf(id).group === group)
                .map(id => (
                  <div key={id}>
                    <dt>{faceOf(id).label}</dt>
                    <dd>
                      {keysOf(id, host.kind).map(key => (
                        <kbd key={key}>{acceleratorText(key, isMac)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <Gestures title={words.walking} lines={strings.canvas.walking} />
        <Gestures title={words.gestures} lines={strings.canvas.gestures} />
      </div>
    </Sheet>
  )
}

interface GesturesProps {
  readonly title: string
  readonly lines: readonly (readonly [what: string, how: string])[]
}

function Gestures({ title, lines }: GesturesProps) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {lines.map(([what, how]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
