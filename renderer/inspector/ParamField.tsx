import { RotateCcw } from 'lucide-react'
import type { Param, ParamValue } from '../../shared/blocks/params'
import { strings } from '../../shared/strings/strings'
import { Select } from '../ui/Select'
import { Switch } from '../ui/Switch'
import { TextInput } from '../ui/TextInput'
import { FieldRow } from './FieldRow'
import { helpText } from './help-text'
import { NumberField } from './NumberField'
import { SizesField } from './SizesField'
import { ShapeField } from './ShapeField'
import styles from './ParamField.module.css'

const words = strings.inspector

export interface FieldProps<V extends ParamValue> {
  readonly label: string
  readonly value: V
  /** Whether several blocks differ in it: `value` is that of the first. */
  readonly mixed?: boolean
  /** Words come back where the value can't be stored. */
  readonly onChange: (value: V) => string | null
  /** From here to `onEnd` all changes are one. */
  readonly onBegin: () => void
  readonly onEnd: () => void
  readonly invalid: boolean
  readonly describedBy?: string | undefined
}

interface ParamFieldProps extends Omit<FieldProps<ParamValue>, 'label' | 'describedBy'> {
  readonly param: Param
  readonly suggestions?: readonly string[]
}

/** A row for one parameter: its name with help, its field, and the way back to its default. */
export function ParamField(props: ParamFieldProps) {
  const { param, value, mixed = false, onChange } = props
  const changed = mixed || JSON.stringify(value) !== JSON.stringify(param.default)
  return (
    <FieldRow
      label={param.label}
      help={helpText(param)}
      after={
        changed && (
          <button
            type="button"
            className={styles.reset}
            aria-label={words.reset(param.label)}
            title={words.reset(param.label)}
            onClick={() => onChange(param.default)}
          >
            <RotateCcw />
          </button>
        )
      }
    >
      {describedBy => <Field {...props} describedBy={describedBy} />}
    </FieldRow>
  )
}

interface AnyFieldProps extends ParamFieldProps {
  readonly describedBy: string | undefined
}

/** The field that a kind of parameter is changed by. A value of another kind is shown as that kind's default. */
function Field({ param, suggestions, ...field }: AnyFieldProps) {
  const { value, mixed = false, onChange, onBegin, onEnd, invalid, describedBy } = field
  const common = { label: param.label, mixed, onBegin, onEnd, invalid, describedBy }
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
      return (
        <span className={styles.flag}>
          {mixed && words.mixed}
          <Switch
            label={param.label}
            checked={!mixed && value === true}
            describedBy={describedBy}
            onChange={onChange}
          />
        </span>
      )
    case 'choice':
      return (
        <Select
          label={param.label}
          value={mixed ? words.mixed : String(value)}
          options={param.options}
          describedBy={describedBy}
          onChange={chosen => {
            if (Object.hasOwn(param.options, chosen)) onChange(chosen)
          }}
        />
      )
    case 'sizes':
      return (
        <SizesField
          {...common}
          param={param}
          value={Array.isArray(value) ? value : param.default}
          onChange={onChange}
        />
      )
    case 'shape':
      return (
        <ShapeField {...common} value={Array.isArray(value) ? value : param.default} onChange={onChange} />
      )
    case 'text':
      return (
        <TextInput
          {...common}
          value={mixed ? '' : String(value)}
          placeholder={mixed ? words.mixed : undefined}
          suggestions={suggestions ?? []}
          onChange={onChange}
        />
      )
  }
}
