import { Fragment } from 'react'
import type { SizesParam } from '../../shared/blocks/params'
import type { Dim } from '../../shared/blocks/tensor-type'
import { strings } from '../../shared/strings/strings'
import { TextInput } from '../ui/TextInput'
import { readNumber, stepped } from './numbers'
import type { FieldProps } from './ParamField'
import styles from './ParamField.module.css'

interface SizesFieldProps extends FieldProps<readonly Dim[]> {
  readonly param: SizesParam
}

/** Height × width, or depth × height × width. */
export function SizesField({ param, label, value, mixed = false, onChange, ...rest }: SizesFieldProps) {
  const { depth, height, width } = strings.inspector
  const names = param.default.length === 3 ? [depth, height, width] : [height, width]
  const change = (at: number, number: number): string | null =>
    onChange(names.map((_, i) => (i === at ? number : (value[i] ?? number))))
  const field = (name: string, at: number) => (
    <TextInput
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
      {names.map((name, at) => (
        <Fragment key={name}>
          {at > 0 && <span aria-hidden="true">×</span>}
          {field(name, at)}
        </Fragment>
      ))}
    </span>
  )
}
