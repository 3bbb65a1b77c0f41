import { strings } from '../../shared/strings/strings'
import { classShape } from '../samples/class-look'
import styles from './Boundary.module.css'

const words = strings.trying

const kinds = [
  ['learned', words.learnedFrom],
  ['right', words.heldOutOf],
  ['wrong', words.missed]
] as const

/** What the sizes and rings of the samples mean. */
export function BoundaryKey() {
  return (
    <ul className={styles.key}>
      {kinds.map(([kind, text]) => (
        <li key={kind}>
          <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
            <path
              className={styles[kind]}
              d={classShape(0)}
              fill="var(--ink-3)"
              transform={kind === 'learned' ? 'scale(0.5)' : 'scale(0.8)'}
            />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  )
}
