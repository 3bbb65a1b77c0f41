import licences from '../../assets/licences.json'
import { LicenceEntry } from './LicenceEntry'
import styles from './AboutDialog.module.css'

/** Every package that the app is built of. */
export function Licences() {
  return (
    <ul className={styles.list}>
      {licences.map(({ name, version, licence, text }) => (
        <li key={`${name} ${version}`}>
          <LicenceEntry name={`${name} ${version}`} licence={licence} text={text} />
        </li>
      ))}
    </ul>
  )
}
