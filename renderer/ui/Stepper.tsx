import { ChevronDown, ChevronUp } from 'lucide-react'
import { strings } from '../../shared/strings/strings'
import styles from './Stepper.module.css'

interface StepperProps {
  readonly label: string
  readonly onStep: (steps: number) => void
}

/** One more, one less, for the mouse; the keyboard has the arrow keys of the field. */
export function Stepper({ label, onStep }: StepperProps) {
  const button = (direction: 1 | -1) => ({
    type: 'button' as const,
    tabIndex: -1,
    className: styles.step,
    'aria-label': direction > 0 ? strings.inspector.raise(label) : strings.inspector.lower(label),
    // The field keeps the focus.
    onPointerDown: (event: React.PointerEvent) => event.preventDefault(),
    onClick: (event: React.MouseEvent) => onStep(event.shiftKey ? direction * 10 : direction)
  })
  return (
    <span className={styles.stepper}>
      <button {...button(1)}>
        <ChevronUp />
      </button>
      <button {...button(-1)}>
        <ChevronDown />
      </button>
    </span>
  )
}
