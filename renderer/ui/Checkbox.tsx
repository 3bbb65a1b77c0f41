import { Checkbox as Base } from '@base-ui/react/checkbox'
import { Check } from 'lucide-react'
import styles from './Checkbox.module.css'

interface CheckboxProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  /** Of the box while it is checked; the accent unless told. */
  readonly colour?: string | undefined
}

export function Checkbox({ label, checked, onChange, disabled = false, colour }: CheckboxProps) {
  return (
    <Base.Root
      className={styles.box}
      style={{ '--c': colour }}
      aria-label={label}
      checked={checked}
      disabled={disabled}
      onCheckedChange={onChange}
    >
      <Base.Indicator className={styles.mark}>
        <Check />
      </Base.Indicator>
    </Base.Root>
  )
}
