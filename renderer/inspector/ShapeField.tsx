import { strings } from '../../shared/strings/strings'
import type { Dim } from '../../shared/blocks/tensor-type'
import { TextInput } from '../ui/TextInput'
import type { FieldProps } from './ParamField'
import { readShape, writeShape } from './shapes'

/** Sizes as people write them: `28 × 28 × 1`, or `open × 16`. */
export function ShapeField({ value, mixed = false, onChange, ...rest }: FieldProps<readonly Dim[]>) {
  return (
    <TextInput
      {...rest}
      value={mixed ? '' : writeShape(value)}
      placeholder={mixed ? strings.inspector.mixed : undefined}
      onChange={text => {
        const shape = readShape(text)
        return shape === null ? strings.inspector.notAShape : onChange(shape)
      }}
    />
  )
}
