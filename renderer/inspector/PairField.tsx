import type { PairParam } from '../../shared/blocks/params'
import type { Dim } from '../../shared/blocks/tensor-type'
import { strings } from '../../shared/strings/strings'
import { TextInput } from '../ui/TextInput'
import { readNumber, stepped } from './numbers'
import type { FieldProps } from './ParamField'
import styles from './ParamField.module.css'

const names = [strings.inspector.height, strings.inspector.width]

interface PairFieldProps extends FieldProps<readonly Dim[]> {
  readonly param: PairParam
}

/** Height × width. */
export function PairField({ param, label, value, mixed = false, onChange, ...rest }: PairFieldProps) {
  const change = (at: number, number: number): string | null =>
    onChange(names.map((_, i) => (i === at ? number : (value[i] ?? number))))
  const field = (name: string, at: number) => (
    <TextInput
      key={name}
      {...rest}
      numeric
      label={`${label}, ${name}`}
      value={mixed ? '' : String(value[at] ?? '')}
      placeholder={mixed ? strings.inspector.mixed : undefined}
      onStep={steps => change(at, stepped({ ...param, kind: 'int' }, value[at] ?? param.min, steps))}
      onChange={text => {
        const number = readNumber(text)
        if (number === null) return text.trim() === '' ? null : strings.inspector.notANumber(text)
        return change(at, number)
      }}
    />
  )
  return (
    <span className={styles.sizes}>
      {field(strings.inspector.height, 0)}
      <span aria-hidden="true">×</span>
      {field(strings.inspector.width, 1)}
    </span>
  )
}
