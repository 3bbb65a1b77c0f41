import * as tf from '@tensorflow/tfjs-core'
import type { ScanAttributes, Value } from '../../network/program'
import type { TfjsOperation } from './operation'
import { unstack } from './unstack'

/** A loop over axis 1, one step after the other on the tape; see `shared/network/operations/scan.ts`. */
export const scan: TfjsOperation<ScanAttributes> = (operands, attributes, context) => {
  const { body, length, masked, reverse } = attributes
  const inputsFrom = body.carries.length
  const maskAt = inputsFrom + body.inputs.length
  const steps = operands.slice(inputsFrom, maskAt).map(x => unstack(x, 1))
  const valid = masked ? unstack(tf.cast(operands[maskAt] as tf.Tensor, 'bool'), 1) : undefined
  const captures = operands.slice(maskAt + (masked ? 1 : 0))

  let carries: readonly tf.Tensor[] = operands.slice(0, inputsFrom)
  let previous: readonly tf.Tensor[] = body.outputs.map(({ shape, dtype }) => tf.zeros([...shape], dtype))
  const outputs: tf.Tensor[][] = body.outputs.map(() => new Array<tf.Tensor>(length))
  for (let i = 0; i < length; i++) {
    const t = reverse ? length - 1 - i : i
    const values = new Map<number, tf.Tensor>()
    const give = (names: readonly Value[], tensors: readonly (tf.Tensor | undefined)[]): void =>
      names.forEach((name, k) => values.set(name.id, tensors[k] as tf.Tensor))
    give(body.captures, captures)
    give(body.carries, carries)
    give(
      body.inputs,
      steps.map(all => all[t])
    )
    context.evaluate(body.instructions, values, { ...context, time: context.time * (length + 1) + t + 1 })
    const made = (names: readonly Value[], before: readonly tf.Tensor[]): readonly tf.Tensor[] =>
      names.map((name, k) => choose(valid?.[t], values.get(name.id) as tf.Tensor, before[k] as tf.Tensor))
    carries = made(body.nextCarries, carries)
    previous = made(body.outputs, previous)
    previous.forEach((y, k) => ((outputs[k] as tf.Tensor[])[t] = y))
  }
  return [...carries, ...outputs.map(all => tf.stack(all, 1))]
}

function choose(valid: tf.Tensor | undefined, now: tf.Tensor, before: tf.Tensor): tf.Tensor {
  if (valid === undefined) return now
  const column = tf.reshape(valid, [valid.size, ...now.shape.slice(1).map(() => 1)])
  return tf.where(tf.broadcastTo(column, now.shape), now, before)
}
