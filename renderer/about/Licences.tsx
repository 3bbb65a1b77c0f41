import { useEffect, useState } from 'react'
import { strings } from '../../shared/strings/strings'
import { LicenceEntry } from './LicenceEntry'
import styles from './AboutDialog.module.css'

const words = strings.about

interface Licence {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly text: string
}

type Loaded = readonly Licence[] | 'loading' | 'failed'

/** Every package that the app is built of; the list is fetched when it is looked at. */
export function Licences() {
  const [licences, setLicences] = useState<Loaded>('loading')
  useEffect(() => {
    import('../../assets/licences.json').then(
      module => setLicences(module.default),
      () => setLicences('failed')
    )
  }, [])
  if (licences === 'loading') return <p>{words.loading}</p>
  if (licences === 'failed') return <p role="alert">{words.noList}</p>
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
