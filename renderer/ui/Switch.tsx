import { Switch as Base } from '@base-ui/react/switch'
import styles from './Switch.module.css'

interface SwitchProps {
  readonly label: string
  readonly checked: boolean
  /** The id of the words that explain it. */
  readonly describedBy?: string | undefined
  readonly onChange: (checked: boolean) => void
}

export function Switch({ label, checked, describedBy, onChange }: SwitchProps) {
  return (
    <Base.Root
      className={styles.root}
      aria-label={label}
      aria-describedby={describedBy}
      checked={checked}
      onCheckedChange={onChange}
    >
      <Base.Thumb className={styles.thumb} />
    </Base.Root>
  )
}
