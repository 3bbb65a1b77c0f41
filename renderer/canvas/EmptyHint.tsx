import { strings } from '../../shared/strings/strings'
import styles from './Canvas.module.css'

export function EmptyHint() {
  return (
    <div className={styles.empty}>
      <h2>{strings.canvas.empty}</h2>
      <p>{strings.canvas.emptyHint}</p>
    </div>
  )
}
