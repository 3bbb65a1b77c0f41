import { RotateCcw } from 'lucide-react'
import type { Param, ParamValue } from '../../shared/blocks/params'
import { strings } from '../../shared/strings/strings'
import { Hint } from '../ui/Hint'
import { Select } from '../ui/Select'
import { Switch } from '../ui/Switch'
import { TextInput } from '../ui/TextInput'
import { NumberField } from './NumberField'
import { PairField } from './PairField'
import { rangeText } from './range-text'
import { ShapeField } from './ShapeField'
import styles from './ParamField.module.css'

export interface FieldProps<V extends ParamValue> {
  readonly label: string
  readonly value: V
  /** Words come back where the value can't be stored. */
  readonly onChange: (value: V) => string | null
  /** From here to `onEnd` all changes are one. */
  readonly onBegin: () => void
  readonly onEnd: () => void
  readonly invalid: boolean
}

interface ParamFieldProps extends Omit<FieldProps<ParamValue>, 'label'> {
  readonly param: Param
  readonly suggestions?: readonly string[]
}

/** A row for one parameter: its name with help, its field, and the way back to its default. */
export function ParamField(props: ParamFieldProps) {
  const { param, value, onChange } = props
  const changed = JSON.stringify(value) !== JSON.stringify(param.default)
  const range = rangeText(param)
  return (
    <div className={styles.row}>
      <span className={styles.label}>
        <Hint text={range === '' ? param.help : `${param.help} ${range}`}>
          <span tabIndex={-1}>{param.label}</span>
        </Hint>
        {changed && (
          <button
            type="button"
            className={styles.reset}
            aria-label={strings.inspector.reset(param.label)}
            title={strings.inspector.reset(param.label)}
            onClick={() => onChange(param.default)}
          >
            <RotateCcw />
          </button>
        )}
      </span>
      <Field {...props} />
    </div>
  )
}

/** The field that a kind of parameter is changed by. A value of another kind is shown as that kind's default. */
function Field({ param, suggestions, ...field }: ParamFieldProps) {
  const { value, onChange, invalid } = field
  const common = { label: param.label, onBegin: field.onBegin, onEnd: field.onEnd, invalid }
  switch (param.kind) {
    case 'int':
    case 'float':
      return (
        <NumberField
          {...common}
          param={param}
          value={typeof value === 'number' ? value : param.default}
          onChange={onChange}
        />
      )
    case 'flag':
      return <Switch label={param.label} checked={value === true} onChange={onChange} />
    case 'choice':
      return <Select label={param.label} value={String(value)} options={param.options} onChange={onChange} />
    case 'pair':
      return (
        <PairField {...common} value={Array.isArray(value) ? value : param.default} onChange={onChange} />
      )
    case 'shape':
      return (
        <ShapeField {...common} value={Array.isArray(value) ? value : param.default} onChange={onChange} />
      )
    case 'text':
      return (
        <TextInput {...common} value={String(value)} suggestions={suggestions ?? []} onChange={onChange} />
      )
  }
}
