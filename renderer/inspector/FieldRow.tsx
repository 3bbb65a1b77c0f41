import { Tooltip } from '@base-ui/react/tooltip'
import { useId, useRef, useState, type FocusEvent, type ReactNode } from 'react'
import { hintDelay } from '../ui/Hint'
import hint from '../ui/Hint.module.css'
import styles from './ParamField.module.css'

interface FieldRowProps {
  readonly label: string
  /** What the field is for, and what it may be. */
  readonly help?: string | undefined
  /** Behind the label. */
  readonly after?: ReactNode
  /** The field; `describedBy` names the help to screen readers. */
  readonly children: (describedBy: string | undefined) => ReactNode
}

/** A label and its field. The help appears while the pointer rests on the label, or the keyboard enters the field. */
export function FieldRow({ label, help, after, children }: FieldRowProps) {
  const id = useId()
  const row = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const byPointer = useRef(false)
  const enter = (event: FocusEvent): void => {
    const { target } = event
    if (byPointer.current || !target.matches(':focus-visible')) return
    if (target.hasAttribute('aria-describedby')) setOpen(true)
  }
  return (
    <div
      ref={row}
      className={styles.row}
      onPointerDown={() => {
        byPointer.current = true
        setOpen(false)
      }}
      onKeyDown={() => (byPointer.current = false)}
      onFocus={enter}
      onBlur={() => {
        byPointer.current = false
        setOpen(false)
      }}
    >
      <span className={styles.label}>
        {help === undefined ? (
          label
        ) : (
          <Tooltip.Root open={open} onOpenChange={setOpen}>
            <Tooltip.Trigger delay={hintDelay} render={<span />}>
              {label}
            </Tooltip.Trigger>
            <Tooltip.Portal>
              <Tooltip.Positioner anchor={row} side="left" sideOffset={2} className={hint.positioner}>
                <Tooltip.Popup className={hint.popup}>{help}</Tooltip.Popup>
              </Tooltip.Positioner>
            </Tooltip.Portal>
          </Tooltip.Root>
        )}
        {after}
      </span>
      {children(help === undefined ? undefined : id)}
      {help !== undefined && (
        <span id={id} hidden>
          {help}
        </span>
      )}
    </div>
  )
}
