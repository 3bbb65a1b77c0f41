import { useRef } from 'react'
import { strings } from '../../shared/strings/strings'
import { host } from '../host/current'
import { useSession } from '../store/session'
import { Button } from '../ui/Button'
import { Sheet } from '../ui/Sheet'
import { version } from '../version'
import { FactRow } from './FactRow'
import { ResetButton } from './ResetButton'
import { sectionsFor, settingIdsIn } from './sections'
import { SettingRow } from './SettingRow'
import styles from './SettingsDialog.module.css'

const words = strings.settings
const sections = sectionsFor(host)
const ids = settingIdsIn(sections)

/** Every choice that holds for all windows; each takes effect, and is kept, at once. */
export function SettingsDialog() {
  const first = useRef<HTMLElement>(null)
  return (
    <Sheet
      title={words.title}
      className={styles.sheet}
      initialFocus={first}
      onClose={() => useSession.setState({ overlay: null })}
    >
      <div className={styles.body} tabIndex={-1}>
        {sections.map(({ id, rows }) => (
          <section key={id} aria-labelledby={`settings-${id}`}>
            <h3 id={`settings-${id}`}>{words.sections[id]}</h3>
            <div className={styles.card}>
              {rows.map(row =>
                row.kind === 'setting' ? (
                  <SettingRow key={row.id} row={row} first={first} />
                ) : (
                  <FactRow key={row.id} id={row.id} />
                )
              )}
            </div>
          </section>
        ))}
      </div>
      <footer className={styles.foot}>
        <ResetButton ids={ids} />
        <span className={styles.version}>{words.version(version)}</span>
        <Button look="soft" onClick={() => useSession.setState({ overlay: 'about' })}>
          {strings.commands.showAbout}
        </Button>
      </footer>
    </Sheet>
  )
}
