import type { TensorData } from '../formats/tensor-data'

/** The numbers of a weight. */
export type WeightData = Extract<TensorData, { readonly dtype: 'float32' }>

/** How a weight starts. Fans as Keras counts them. */
export type Initializer =
  | { readonly kind: 'zeros' }
  | { readonly kind: 'ones' }
  | { readonly kind: 'constant'; readonly value: number }
  /** Uniform in ±limit. Glorot & Bengio 2010 with limit √(6 / (fan in + fan out)). */
  | { readonly kind: 'uniform'; readonly limit: number; readonly named?: 'glorot' }
  /** Rows (or columns) at right angles: Saxe et al. 2013. */
  | { readonly kind: 'orthogonal' }
  /** Zeros, with ones at the forget gate of an LSTM's `[4 · units]`: Jozefowicz et al. 2015. */
  | { readonly kind: 'forget-gate-ones' }

export interface Weight {
  readonly name: string
  readonly shape: readonly number[]
  readonly initializer: Initializer
  /** Moving statistics are not trained. */
  readonly trainable: boolean
}

export const zeros: Initializer = { kind: 'zeros' }
export const ones: Initializer = { kind: 'ones' }

/** Glorot uniform for a kernel whose last two axes are in and out, the others a receptive field. */
export function glorotUniform(shape: readonly number[]): Initializer {
  const receptive = shape.slice(0, -2).reduce((n, d) => n * d, 1)
  const fanIn = (shape.at(-2) ?? 1) * receptive
  const fanOut = (shape.at(-1) ?? 1) * receptive
  return { kind: 'uniform', limit: Math.sqrt(6 / (fanIn + fanOut)), named: 'glorot' }
}

export function trained(name: string, shape: readonly number[], initializer: Initializer): Weight {
  return { name, shape, initializer, trainable: true }
}

export function counted(weights: readonly Weight[], only: 'all' | 'trainable' = 'all'): number {
  return weights
    .filter(w => only === 'all' || w.trainable)
    .reduce((n, w) => n + w.shape.reduce((m, d) => m * d, 1), 0)
}
