import { flopsByBlock, flopsOf, memoryOf } from './cost'
import type { FlatNetwork } from './flatten'
import { traceNetwork } from './trace'

export interface Summary {
  /** Numbers that are trained. */
  readonly trainable: number
  /** All numbers of the weights, moving statistics too. */
  readonly parameters: number
  /** Layers, with every group opened. */
  readonly layers: number
  /** Multiply-adds count two, for one sample in inference. */
  readonly flops: number
  readonly flopsByLayer: Readonly<Record<string, number>>
  readonly bytes: { readonly weights: number; readonly activationsPerSample: number }
}

/** What a network costs. Open lengths count as `time` steps. */
export function summarise(network: FlatNetwork, time = 16): Summary {
  const { trainable, parameters } = countWeights(network)
  const program = traceNetwork(network, { batch: 1, time })
  return {
    trainable,
    parameters,
    layers: network.layers.length,
    flops: flopsOf(program),
    flopsByLayer: flopsByBlock(program),
    bytes: { weights: 4 * parameters, activationsPerSample: memoryOf(program) }
  }
}

/** Each set of weights once, however many layers share it. */
export function countWeights(network: FlatNetwork): {
  readonly trainable: number
  readonly parameters: number
} {
  let trainable = 0
  let parameters = 0
  for (const layer of network.layers) {
    if (layer.weightsPath !== layer.path) continue
    for (const weight of layer.node.weights) {
      const count = weight.shape.reduce((n, d) => n * d, 1)
      parameters += count
      if (weight.trainable && layer.trainable) trainable += count
    }
  }
  return { trainable, parameters }
}
