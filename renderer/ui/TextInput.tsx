import { useRef, useState, type KeyboardEvent } from 'react'
import { Stepper } from './Stepper'
import styles from './TextInput.module.css'

interface TextInputProps {
  readonly label: string
  /** What is stored; shown unless a person is typing something that can't be stored. */
  readonly value: string
  /** Called with each text typed; words are returned where it can't be taken. */
  readonly onChange: (text: string) => string | null
  readonly onBegin?: () => void
  readonly onEnd?: () => void
  /** Arrow keys in a field of numbers: so many steps up or down; Shift makes ten of one. */
  readonly onStep?: (steps: number) => void
  /** Shows what the arrow keys do as two little buttons. */
  readonly stepper?: boolean
  readonly invalid?: boolean
  readonly suggestions?: readonly string[]
  readonly numeric?: boolean
  readonly placeholder?: string | undefined
  /** The id of the words that explain it. */
  readonly describedBy?: string | undefined
}

/** A field that stores with each key pressed; what can't be stored stays until the field is left, with the reason. */
export function TextInput(props: TextInputProps) {
  const { label, value, onChange, onBegin, onEnd, onStep, suggestions } = props
  const [draft, setDraft] = useState<{ readonly text: string; readonly why: string | null } | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const steps = props.stepper === true && onStep !== undefined
  const step = (count: number): void => {
    setDraft(null)
    onStep?.(count)
  }
  const list = suggestions && suggestions.length > 0 ? `suggestions-${label}` : undefined
  const keys = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') event.currentTarget.blur()
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : null
    if (direction === null || !onStep) return
    event.preventDefault()
    step(event.shiftKey ? direction * 10 : direction)
  }
  return (
    <span className={`${styles.wrap} ${steps ? styles.stepped : ''}`}>
      <input
        ref={field}
        className={styles.input}
        aria-describedby={props.describedBy}
        aria-label={label}
        aria-invalid={props.invalid === true || typeof draft?.why === 'string'}
        value={draft?.text ?? value}
        inputMode={props.numeric === true ? 'decimal' : 'text'}
        placeholder={props.placeholder}
        list={list}
        spellCheck={false}
        autoComplete="off"
        onFocus={onBegin}
        onKeyDown={keys}
        onChange={event => {
          const text = event.target.value
          setDraft({ text, why: onChange(text) })
        }}
        onBlur={() => {
          setDraft(null)
          onEnd?.()
        }}
      />
      {steps && (
        <Stepper
          label={label}
          onStep={count => {
            // The field is what changes: its gesture begins, and the arrow keys go on from here.
            field.current?.focus()
            step(count)
          }}
        />
      )}
      {list !== undefined && (
        <datalist id={list}>
          {suggestions?.map(text => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
      {typeof draft?.why === 'string' && (
        <span className={styles.why} role="alert">
          {draft.why}
        </span>
      )}
    </span>
  )
}
