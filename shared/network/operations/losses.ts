import { at, fill, lengthOf, zeros, type NdArray } from '../nd-array'
import type { NoAttributes } from '../program'
import { sigmoid, softplus } from './elementwise'
import { expect, NumbersError, single, typeText } from './operation'
import { logSumExp, softmaxLine } from './softmax'

function lineAt(x: NdArray, i: number): readonly number[] {
  const length = at(x.shape, x.shape.length - 1)
  return Array.from(x.data.subarray(i * length, (i + 1) * length))
}

/** −log of the probability that softmax gives to the class: logits `[…, classes]`, classes `[…]`. */
export const softmaxCrossEntropy = single<NoAttributes, 2>(2, {
  type: ([logits, classes]) => {
    expect(
      logits.dtype === 'float32' && classes.dtype === 'int32',
      () => `takes float32 logits and int32 classes, got ${typeText(logits)} and ${typeText(classes)}`
    )
    expect(
      logits.shape.length === classes.shape.length + 1 &&
        classes.shape.every((d, i) => d === logits.shape[i]),
      () =>
        `takes logits [..., classes] and class indices [...], got ${typeText(logits)} and ${typeText(classes)}`
    )
    return { shape: classes.shape, dtype: 'float32' }
  },
  forward: ([logits, classes]) => {
    const count = at(logits.shape, logits.shape.length - 1)
    return fill(classes.shape, i => {
      const index = at(classes.data, i)
      if (index < 0 || index >= count)
        throw new NumbersError(`class ${index} at position ${i}: expected 0 to ${count - 1}`)
      const line = lineAt(logits, i)
      return logSumExp(line) - at(line, index)
    })
  },
  gradient: (g, [logits, classes]) => {
    const gx = zeros(logits.shape)
    const count = at(logits.shape, logits.shape.length - 1)
    classes.data.forEach((index, i) =>
      softmaxLine(lineAt(logits, i)).forEach((p, k) => {
        gx.data[i * count + k] = at(g.data, i) * (p - (k === index ? 1 : 0))
      })
    )
    return [gx]
  },
  flops: ([logits]) => 5 * lengthOf(logits.shape)
})

/** −z log σ(x) − (1 − z) log(1 − σ(x)) for each logit x and target z from 0 to 1. */
export const sigmoidCrossEntropy = single<NoAttributes, 2>(2, {
  type: ([logits, targets]) => {
    expect(
      logits.dtype === 'float32' && targets.dtype === 'float32',
      () => `takes float32 logits and targets, got ${typeText(logits)} and ${typeText(targets)}`
    )
    expect(
      logits.shape.length === targets.shape.length && logits.shape.every((d, i) => d === targets.shape[i]),
      () => `takes logits and targets of one shape, got ${typeText(logits)} and ${typeText(targets)}`
    )
    return { shape: logits.shape, dtype: 'float32' }
  },
  forward: ([logits, targets]) =>
    fill(logits.shape, i => softplus(at(logits.data, i)) - at(logits.data, i) * at(targets.data, i)),
  gradient: (g, [logits, targets]) => [
    fill(logits.shape, i => at(g.data, i) * (sigmoid(at(logits.data, i)) - at(targets.data, i))),
    fill(logits.shape, i => -at(g.data, i) * at(logits.data, i))
  ],
  flops: ([logits]) => 6 * lengthOf(logits.shape)
})
