import { useCanvas } from './canvas-state'
import styles from './Canvas.module.css'

/** What a screen reader is told of the canvas, without the focus moving. */
export function Live() {
  const { text, number } = useCanvas(s => s.said)
  return (
    <div role="status" aria-live="polite" className={styles.spoken}>
      {/* The same words again are another text. */}
      {number % 2 === 0 ? text : `${text}\u00a0`}
    </div>
  )
}
