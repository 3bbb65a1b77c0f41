import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import styles from './Select.module.css'

interface SelectProps {
  readonly label: string
  readonly value: string
  /** Labels by value, in their order. A value without one is shown as it is. */
  readonly options: Readonly<Record<string, string>>
  readonly disabled?: boolean
  /** The id of the words that explain it. */
  readonly describedBy?: string | undefined
  readonly onChange: (value: string) => void
}

export function Select({ label, value, options, disabled = false, describedBy, onChange }: SelectProps) {
  const items = Object.hasOwn(options, value) ? options : { ...options, [value]: value }
  return (
    <Base.Root
      items={items}
      value={value}
      disabled={disabled}
      onValueChange={next => {
        if (next !== null) onChange(next)
      }}
    >
      <Base.Trigger className={styles.trigger} aria-label={label} aria-describedby={describedBy}>
        <Base.Value />
        <Base.Icon className={styles.icon}>
          <ChevronDown />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className={styles.positioner}>
          <Base.Popup className={styles.popup}>
            {Object.entries(items).map(([id, text]) => (
              <Base.Item key={id} value={id} className={styles.item}>
                <Base.ItemText>{text}</Base.ItemText>
                <Base.ItemIndicator className={styles.check}>
                  <Check />
                </Base.ItemIndicator>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
