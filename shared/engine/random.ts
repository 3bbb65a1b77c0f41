import * as tf from '@tensorflow/tfjs-core'
import { uniforms } from '../network/philox'

/** Which random numbers a layer draws: those of (seed, step, path) alone, the same on every backend. */
export interface Draw {
  readonly seed: number
  readonly step: number
  readonly path: string
}

/**
 * Inverted dropout: an element is kept where its uniform is below `1 − rate`, and then divided by that.
 * The mask is made outside the backend, so that its gradient is the mask itself.
 */
export function dropout(x: tf.Tensor, rate: number, { seed, step, path }: Draw): tf.Tensor {
  const keep = 1 - rate
  const mask = uniforms(seed, step, path, x.size)
  for (let i = 0; i < mask.length; i++) mask[i] = (mask[i] ?? 1) < keep ? 1 / keep : 0
  return tf.mul(x, tf.tensor(mask, x.shape))
}

/** The training step of a call, which decides what is drawn; to leave it out would repeat one mask for ever. */
export function stepOf(kwargs: Record<string, unknown>): number {
  const step = kwargs['step']
  if (typeof step !== 'number')
    throw new Error(`a layer that draws at random needs kwargs.step, got ${String(step)}`)
  return step
}
