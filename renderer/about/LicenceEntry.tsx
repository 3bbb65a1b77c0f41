import { ChevronRight } from 'lucide-react'
import styles from './AboutDialog.module.css'

interface LicenceEntryProps {
  readonly name: string
  readonly licence: string
  /** Empty where the package brings none: then its name and licence are all that there is to tell. */
  readonly text: string
}

/** A name with its licence, whose text unfolds. */
export function LicenceEntry({ name, licence, text }: LicenceEntryProps) {
  if (text === '')
    return (
      <p className={styles.entry}>
        <b>{name}</b>
        <span>{licence}</span>
      </p>
    )
  return (
    <details className={styles.unfolds}>
      <summary className={styles.entry}>
        <ChevronRight aria-hidden="true" />
        <b>{name}</b>
        <span>{licence}</span>
      </summary>
      <pre>{text}</pre>
    </details>
  )
}
