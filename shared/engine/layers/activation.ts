import { serialization, tidy } from '@tensorflow/tfjs-core'
import type { Tensor } from '@tensorflow/tfjs-core'
import { layers } from '@tensorflow/tfjs-layers'
import { activationFunctions, type ActivationName, type ActivationParams } from '../activation-functions'
import { onlyTensor } from './support'

export type ActivationConfig = ActivationParams & { readonly name?: string; readonly fn: ActivationName }

/** Applies one of `activationFunctions`; softmax and logSoftmax over the last axis. */
export class BlockpropActivation extends layers.Layer {
  static readonly className = 'BlockpropActivation'
  readonly #config: ActivationConfig

  constructor(config: ActivationConfig) {
    super(config)
    this.#config = config
    this.supportsMasking = true
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    const { fn, ...params } = this.#config
    return tidy(() => activationFunctions[fn](onlyTensor(inputs), params))
  }

  override getConfig(): serialization.ConfigDict {
    const { fn, slope, alpha } = this.#config
    return {
      ...super.getConfig(),
      fn,
      ...(slope === undefined ? {} : { slope }),
      ...(alpha === undefined ? {} : { alpha })
    }
  }
}

serialization.registerClass(BlockpropActivation)
