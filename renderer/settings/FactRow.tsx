import { strings } from '../../shared/strings/strings'
import styles from './SettingsDialog.module.css'

const words = strings.settings

/** How something is that a person would look for among the settings, and that can't be chosen. */
export function FactRow({ id }: { readonly id: keyof typeof words.facts }) {
  const { label, value, help } = words.facts[id]
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <b>{label}</b>
        <p>{help}</p>
        {id === 'web' && (
          <ul>
            {words.webLacks.map(what => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        )}
      </div>
      {value !== '' && <span className={styles.value}>{value}</span>}
    </div>
  )
}
