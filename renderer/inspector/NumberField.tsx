import type { FloatParam, IntParam } from '../../shared/blocks/params'
import { strings } from '../../shared/strings/strings'
import { TextInput } from '../ui/TextInput'
import type { FieldProps } from './ParamField'
import { readNumber, stepped } from './numbers'

interface NumberFieldProps extends FieldProps<number> {
  readonly param: IntParam | FloatParam
}

/** A number out of range is taken, and told as a problem with its fix: nothing that was typed is lost. */
export function NumberField({ param, value, mixed = false, onChange, ...rest }: NumberFieldProps) {
  return (
    <TextInput
      {...rest}
      numeric
      stepper
      value={mixed ? '' : String(value)}
      placeholder={mixed ? strings.inspector.mixed : undefined}
      onStep={steps => onChange(stepped(param, value, steps))}
      onChange={text => {
        const number = readNumber(text)
        if (number === null) return text.trim() === '' ? null : strings.inspector.notANumber(text)
        return onChange(number)
      }}
    />
  )
}
