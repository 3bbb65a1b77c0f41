import type { Dim } from '../../shared/blocks/tensor-type'
import { strings } from '../../shared/strings/strings'
import { TextInput } from '../ui/TextInput'
import { readNumber } from './numbers'
import type { FieldProps } from './ParamField'
import styles from './ParamField.module.css'

const names = [strings.inspector.height, strings.inspector.width]

/** Height × width. */
export function PairField({ label, value, onChange, ...rest }: FieldProps<readonly Dim[]>) {
  return (
    <span className={styles.sizes}>
      {names.map((name, i) => (
        <TextInput
          key={name}
          {...rest}
          numeric
          label={`${label}, ${name}`}
          value={String(value[i] ?? '')}
          onChange={text => {
            const number = readNumber(text)
            if (number === null) return text.trim() === '' ? null : strings.inspector.notANumber(text)
            return onChange(names.map((_, j) => (j === i ? number : (value[j] ?? number))))
          }}
        />
      ))}
    </span>
  )
}
