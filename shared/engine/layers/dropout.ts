import { serialization, tidy } from '@tensorflow/tfjs-core'
import type { Tensor } from '@tensorflow/tfjs-core'
import { layers } from '@tensorflow/tfjs-layers'
import { dropout, stepOf } from '../random'
import { isTraining, onlyTensor, type Kwargs } from './support'

export type DropoutConfig = {
  readonly name?: string
  /** The share of elements that is dropped, from 0 to below 1. */
  readonly rate: number
  readonly seed: number
  /** Tells apart the draws of one step: the path of the block. */
  readonly path: string
}

/** Dropout whose mask depends on seed, step and path alone; tfjs's, with a seed, repeats one mask at every call. */
export class BlockpropDropout extends layers.Layer {
  static readonly className = 'BlockpropDropout'
  override supportsMasking = true
  readonly #config: DropoutConfig

  constructor(config: DropoutConfig) {
    super(config)
    this.#config = config
    this.supportsMasking = true
  }

  override call(inputs: Tensor | Tensor[], kwargs: Kwargs): Tensor {
    const x = onlyTensor(inputs)
    const { rate, seed, path } = this.#config
    if (!isTraining(kwargs) || rate === 0) return x
    return tidy(() => dropout(x, rate, { seed, step: stepOf(kwargs), path }))
  }

  override getConfig(): serialization.ConfigDict {
    const { rate, seed, path } = this.#config
    return { ...super.getConfig(), rate, seed, path }
  }
}

serialization.registerClass(BlockpropDropout)
