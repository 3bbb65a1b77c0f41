import { strings } from '../../shared/strings/strings'
import { readNumber } from '../inspector/numbers'
import { within } from '../samples/axis'
import { Slider } from '../ui/Slider'
import { TextInput } from '../ui/TextInput'
import { numberText, type Column } from './column'
import styles from './ColumnField.module.css'

const words = strings.trying

interface ColumnFieldProps {
  readonly column: Column
  readonly value: number
  readonly onChange: (value: number) => void
}

/** A number by a slider over what samples have, or typed, which may be beyond. */
export function ColumnField({ column, value, onChange }: ColumnFieldProps) {
  const { label, unit, span, step } = column
  const isOutside = value < span.from || value > span.to
  const stepped = (direction: number): number => Number((value + direction * step).toPrecision(12))
  return (
    <div className={styles.field} data-outside={isOutside}>
      <span className={styles.label}>{label}</span>
      <Slider
        label={`${label}, ${words.range(numberText(span.from), numberText(span.to))}`}
        value={within(span, value)}
        min={span.from}
        max={span.to}
        step={step}
        onChange={next => onChange(Number(next.toPrecision(12)))}
      />
      <TextInput
        label={unit === '' ? label : `${label} (${unit})`}
        numeric
        value={numberText(value)}
        onStep={direction => onChange(stepped(direction))}
        onChange={text => {
          const number = readNumber(text)
          if (number === null) return words.notANumber
          onChange(number)
          return null
        }}
      />
      <span className={styles.unit}>{unit}</span>
    </div>
  )
}
