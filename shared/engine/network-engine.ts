import * as tf from '@tensorflow/tfjs-core'
import type { BlockId, Training } from '../document/schema'
import { readParams } from '../blocks/params'
import type { FlatNetwork } from '../network/flatten'
import type { NetworkWeights } from '../network/initialise'
import { optimizerOf } from '../training/optimizers'
import type { Plain, Scores } from '../training/protocol'
import { buildNetwork } from './build'
import { hasAccuracy, lossAndMetric, withHead } from './loss-and-metric'
import { createOptimizer, type Optimizer } from './optimizers'
import type { OptimizerSpec } from './optimizer-rules'

/** Inputs by their block and targets by the block of their output, batch first. */
export interface Batch {
  readonly size: number
  readonly inputs: Readonly<Record<BlockId, Plain>>
  readonly targets: Readonly<Record<BlockId, Plain>>
}

/** What one step told: the loss of its batch before the weights moved. */
export interface StepScores extends Scores {
  readonly size: number
}

/** A network that trains and predicts on the current backend; tensors never leave it. */
export interface NetworkEngine {
  /** One step of the optimizer; its scores are kept until `collect`. */
  train(batch: Batch, step: number): void
  /** The scores of all steps since the last call, in their order: the only wait for the device. */
  collect(): Promise<readonly StepScores[]>
  evaluate(batch: Batch): Promise<StepScores>
  /** Predictions by output block, with the head put back: probabilities. */
  predict(inputs: Readonly<Record<BlockId, Plain>>): Promise<Readonly<Record<BlockId, Plain>>>
  /** What every layer gives for these inputs, by its path: its first output, batch first. */
  activations(inputs: Readonly<Record<BlockId, Plain>>): Promise<ReadonlyMap<string, Plain>>
  /** The first layer whose results on a batch are not numbers, by its path. */
  firstNaN(batch: Batch, step: number): string | undefined
  setLearningRate(rate: number): void
  weights(): Promise<NetworkWeights>
  dispose(): void
}

/** Builds a network on the current backend and starts it from `weights`. */
export function createEngine(
  network: FlatNetwork,
  training: Training,
  weights: NetworkWeights
): NetworkEngine {
  const built = buildNetwork(network, training.seed)
  load(built.weights, weights)
  const optimizer: Optimizer = createOptimizer(optimizerSpec(training))
  const scoresOf = network.outputs.map(lossAndMetric)
  const pending: { readonly size: number; readonly values: tf.Tensor1D }[] = []

  const tensorsOf = (plain: Readonly<Record<BlockId, Plain>>, blocks: readonly BlockId[]): tf.Tensor[] =>
    blocks.map(block => {
      const given = plain[block]
      if (!given) throw new Error(`the batch has nothing for ${block}`)
      return tf.tensor(given.data, [...given.shape], given.data instanceof Int32Array ? 'int32' : 'float32')
    })
  const inputBlocks = network.inputs.map(input => input.block)
  const outputBlocks = network.outputs.map(output => output.block)

  /** The weighted loss, then loss and metric of each output. */
  const forward = (
    batch: Batch,
    isTraining: boolean,
    step: number
  ): { loss: tf.Scalar; values: tf.Tensor1D } => {
    const results = built.run(tensorsOf(batch.inputs, inputBlocks), { training: isTraining, step }).outputs
    const targets = tensorsOf(batch.targets, outputBlocks)
    const each = scoresOf.map((scores, i) => scores(results[i] as tf.Tensor, targets[i] as tf.Tensor))
    const loss = each
      .map(({ loss: own }, i) => tf.mul(own, network.outputs[i]?.lossWeight ?? 1))
      .reduce((a, b) => tf.add(a, b)) as tf.Scalar
    const values = tf.stack([loss, ...each.flatMap(one => [one.loss, one.metric])]) as tf.Tensor1D
    return { loss, values }
  }
  const read = (size: number, numbers: ArrayLike<number>, at: number): StepScores => {
    const own = network.outputs.map(
      ({ block }, i) =>
        [block, { loss: numbers[at + 1 + 2 * i] ?? NaN, metric: numbers[at + 2 + 2 * i] ?? NaN }] as const
    )
    const classed = network.outputs.findIndex(output => hasAccuracy(output.loss))
    return {
      size,
      loss: numbers[at] ?? NaN,
      accuracy: classed === -1 ? null : (numbers[at + 2 + 2 * classed] ?? NaN),
      outputs: Object.fromEntries(own)
    }
  }

  return {
    train: (batch, step) => {
      const values = tf.tidy(() => {
        let kept: tf.Tensor1D | undefined
        const { value, grads } = tf.variableGrads(() => {
          const result = forward(batch, true, step)
          kept = tf.keep(result.values)
          return result.loss
        }, [...built.trainable])
        optimizer.apply(grads)
        value.dispose()
        return kept
      })
      if (values) pending.push({ size: batch.size, values })
    },
    collect: async () => {
      if (pending.length === 0) return []
      const taken = pending.splice(0)
      const all = tf.tidy(() => tf.stack(taken.map(one => one.values)))
      tf.dispose(taken.map(one => one.values))
      const numbers = await all.data()
      all.dispose()
      const width = numbers.length / taken.length
      return taken.map(({ size }, i) => read(size, numbers, i * width))
    },
    evaluate: async batch => {
      const values = tf.tidy(() => forward(batch, false, 0).values)
      const numbers = await values.data()
      values.dispose()
      return read(batch.size, numbers, 0)
    },
    predict: async inputs => {
      const results = tf.tidy(() => {
        const { outputs } = built.run(tensorsOf(inputs, inputBlocks), { training: false, step: 0 })
        return outputs.map((output, i) => withHead(output, network.outputs[i]?.head ?? 'none'))
      })
      const predictions: Record<BlockId, Plain> = {}
      for (const [i, result] of results.entries()) {
        const block = outputBlocks[i]
        if (block !== undefined)
          predictions[block] = { shape: result.shape, data: Float32Array.from(await result.data()) }
      }
      tf.dispose(results)
      return predictions
    },
    activations: async inputs => {
      const found = new Map<string, tf.Tensor>()
      const seen = new Set<string>()
      tf.tidy(() => {
        built.run(tensorsOf(inputs, inputBlocks), { training: false, step: 0 }, (name, output) => {
          const path = built.layerOf(name)?.path
          // Of several outputs the first; of several layers that stand for one block the last.
          if (path === undefined || seen.has(name)) return
          seen.add(name)
          found.get(path)?.dispose()
          found.set(path, tf.keep(tf.clone(output)))
        })
      })
      const plain = new Map<string, Plain>()
      for (const [path, tensor] of found) {
        plain.set(path, { shape: tensor.shape, data: Float32Array.from(await tensor.data()) })
        tensor.dispose()
      }
      return plain
    },
    firstNaN: (batch, step) => {
      let found: string | undefined
      tf.tidy(() => {
        built.run(tensorsOf(batch.inputs, inputBlocks), { training: true, step }, (name, output) => {
          if (found !== undefined || output.dtype !== 'float32') return
          const largest = tf.max(tf.abs(output)).dataSync()[0] ?? 0
          if (!Number.isFinite(largest)) found = built.layerOf(name)?.path
        })
      })
      return found
    },
    setLearningRate: rate => optimizer.setLearningRate(rate),
    weights: async () => {
      const entries = [...built.weights].map(
        async ([path, variable]) =>
          [
            path,
            { dtype: 'float32', shape: variable.shape, data: Float32Array.from(await variable.data()) }
          ] as const
      )
      return new Map(await Promise.all(entries))
    },
    dispose: () => {
      optimizer.dispose()
      tf.dispose(pending.splice(0).map(one => one.values))
      built.model.dispose()
    }
  }
}

function load(variables: ReadonlyMap<string, tf.Variable>, weights: NetworkWeights): void {
  for (const [path, variable] of variables) {
    const given = weights.get(path)
    if (!given) throw new Error(`there is no weight ${path}`)
    tf.tidy(() => variable.assign(tf.tensor(given.data, [...given.shape])))
  }
}

function optimizerSpec({ optimizer }: Training): OptimizerSpec {
  const spec = optimizerOf(optimizer.type)
  const read = spec && readParams(spec.params, optimizer.params)
  if (!read?.ok) throw new Error(`the optimizer ${optimizer.type} was not checked`)
  return { type: optimizer.type, ...read.value } as unknown as OptimizerSpec
}
