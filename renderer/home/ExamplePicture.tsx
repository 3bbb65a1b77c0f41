import { blockOf } from '../../shared/blocks/registry'
import { groupColour } from '../ui/group-colour'
import styles from './Home.module.css'

/** The blocks of an example as small cards in the colours of their groups. */
export function ExamplePicture({ types }: { readonly types: readonly string[] }) {
  const step = 100 / Math.max(1, types.length)
  return (
    <svg className={styles.picture} viewBox="0 0 100 24" aria-hidden="true">
      <path d="M4 12H96" />
      {types.map((type, i) => (
        <rect
          key={i}
          x={i * step + step * 0.14}
          y={6}
          width={step * 0.72}
          height={12}
          rx={2.5}
          style={{ '--c': groupColour(blockOf(type)?.group) }}
        />
      ))}
    </svg>
  )
}
