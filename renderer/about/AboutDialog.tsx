import { useRef } from 'react'
import licence from '../../LICENSE?raw'
import { strings } from '../../shared/strings/strings'
import { host } from '../host/current'
import { useSession } from '../store/session'
import { LogoMark } from '../ui/Logo'
import { Sheet } from '../ui/Sheet'
import { version } from '../version'
import { CopyDetails } from './CopyDetails'
import { LicenceEntry } from './LicenceEntry'
import { Licences } from './Licences'
import styles from './AboutDialog.module.css'

const words = strings.about

/** What this is, in which version, by whose work, and what a report of a fault needs. */
export function AboutDialog() {
  const first = useRef<HTMLButtonElement>(null)
  return (
    <Sheet
      title={words.title}
      className={styles.sheet}
      initialFocus={first}
      onClose={() => useSession.setState({ overlay: null })}
    >
      <div className={styles.body}>
        <div className={styles.head}>
          <LogoMark size={56} />
          <div>
            <p className={styles.name}>{strings.app.name}</p>
            <p>{words.what}</p>
            <p className={styles.facts}>
              {words.version(version)} · {words.editions[host.kind]} · {words.licence}
            </p>
          </div>
        </div>
        <div className={styles.copy}>
          <p id="about-copy-help">{words.copyHelp}</p>
          <CopyDetails ref={first} describedBy="about-copy-help" />
        </div>
        <LicenceEntry name={strings.app.name} licence={words.licence} text={licence} />
        <section aria-labelledby="about-others">
          <h3 id="about-others">{words.others}</h3>
          <p>{words.othersHelp}</p>
          <Licences />
        </section>
      </div>
    </Sheet>
  )
}
