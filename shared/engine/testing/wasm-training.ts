import * as tf from '@tensorflow/tfjs-core'
import { input, layers, model as makeModel, sequential } from '@tensorflow/tfjs-layers'
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { startBackend } from '../backends'
import { BlockpropActivation } from '../layers/activation'
import { BlockpropLayerNormalization } from '../layers/layer-normalization'
import { BlockpropLSTM } from '../layers/lstm'
import { BlockpropMultiHeadAttention } from '../layers/multi-head-attention'
import { crossEntropy } from '../losses'
import { createOptimizer } from '../optimizers'
import { modelRunner } from '../run-model'

export interface Rates {
  /** Steps per second of tfjs as it comes, with its Adam; null where it can't train the model. */
  readonly stock: number | null
  readonly ours: number
}

interface Subject {
  /** The model of tfjs's own layers, if it has them all. */
  readonly stock: (() => LayersModel) | null
  readonly ours: () => LayersModel
  readonly shape: readonly number[]
}

const CLASSES = 10
const SECONDS = 2

const mlp = (): LayersModel =>
  sequential({
    layers: [
      layers.dense({ units: 512, activation: 'relu', inputShape: [784] }),
      layers.dense({ units: 256, activation: 'relu' }),
      layers.dense({ units: CLASSES })
    ]
  })

const cnn = (): LayersModel =>
  sequential({
    layers: [
      layers.conv2d({ filters: 32, kernelSize: 3, activation: 'relu', inputShape: [28, 28, 1] }),
      layers.maxPooling2d({ poolSize: 2 }),
      layers.conv2d({ filters: 64, kernelSize: 3, activation: 'relu' }),
      layers.maxPooling2d({ poolSize: 2 }),
      layers.flatten(),
      layers.dense({ units: 128, activation: 'relu' }),
      layers.dense({ units: CLASSES })
    ]
  })

function lstm(own: boolean): LayersModel {
  const x = input({ shape: [50, 8] })
  // The default initializer of the recurrent kernel needs chained operations.
  const read = own
    ? new BlockpropLSTM({ units: 64, returnSequences: false })
    : layers.lstm({ units: 64, recurrentActivation: 'sigmoid', recurrentInitializer: 'glorotUniform' })
  const y = layers.dense({ units: CLASSES }).apply(read.apply(x)) as SymbolicTensor
  return makeModel({ inputs: x, outputs: y })
}

function transformer(): LayersModel {
  const x = input({ shape: [32, 64] })
  const normal = (t: SymbolicTensor): SymbolicTensor =>
    new BlockpropLayerNormalization({ epsilon: 1e-5 }).apply(t) as SymbolicTensor
  const add = (a: SymbolicTensor, b: SymbolicTensor): SymbolicTensor =>
    layers.add().apply([a, b]) as SymbolicTensor
  const dense = (units: number, t: SymbolicTensor): SymbolicTensor =>
    layers.dense({ units }).apply(t) as SymbolicTensor
  const config = {
    heads: 4,
    keyDim: 16,
    valueDim: 16,
    dropout: 0,
    useBias: true,
    causal: false,
    seed: 0,
    path: ''
  }
  const one = normal(add(x, new BlockpropMultiHeadAttention(config).apply([x, x]) as SymbolicTensor))
  const wide = new BlockpropActivation({ fn: 'gelu' }).apply(dense(256, one)) as SymbolicTensor
  const two = normal(add(one, dense(64, wide)))
  const y = dense(CLASSES, layers.globalAveragePooling1d({}).apply(two) as SymbolicTensor)
  return makeModel({ inputs: x, outputs: y })
}

const subjects: Readonly<Record<string, Subject>> = {
  'MLP 784-512-256-10, batch 32': { stock: mlp, ours: mlp, shape: [32, 784] },
  'CNN 28×28, conv 32 and 64, batch 64': { stock: cnn, ours: cnn, shape: [64, 28, 28, 1] },
  'LSTM 64, 50 steps, batch 32': {
    stock: () => lstm(false),
    ours: () => lstm(true),
    shape: [32, 50, 8]
  },
  'transformer block 32 × 64, batch 32': { stock: null, ours: transformer, shape: [32, 32, 64] }
}

/** The speed of training each subject on one thread: by tfjs as it comes, then by this engine. */
export async function wasmTraining(wasmPaths: string): Promise<Record<string, Rates>> {
  setWasmPaths(wasmPaths)
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  await tf.setBackend('wasm')
  const stock: Record<string, number | null> = {}
  for (const [name, subject] of Object.entries(subjects)) stock[name] = await stockRate(subject)
  const started = await startBackend('wasm', { wasmPaths })
  if (!started.ok) throw new Error(started.error.message)
  const rates: Record<string, Rates> = {}
  for (const [name, subject] of Object.entries(subjects)) {
    rates[name] = { stock: stock[name] ?? null, ours: await ourRate(subject) }
  }
  return rates
}

async function stockRate({ stock, shape }: Subject): Promise<number | null> {
  if (stock === null) return null
  const model = stock()
  const adam = tf.train.adam(0.001)
  const [x, y] = batch(shape)
  try {
    return await stepsPerSecond(async () => {
      const loss = adam.minimize(() => crossEntropy(model.apply(x, { training: true }) as tf.Tensor, y), true)
      loss?.dispose()
      await Promise.resolve()
    })
  } catch (error) {
    // What the stock backend has no kernel for.
    if (String(error).includes('not registered')) return null
    throw error
  } finally {
    model.dispose()
  }
}

async function ourRate({ ours, shape }: Subject): Promise<number> {
  const model = ours()
  const runner = modelRunner(model)
  const optimizer = createOptimizer({ type: 'adam', learningRate: 0.001 })
  const [x, y] = batch(shape)
  let step = 0
  const rate = await stepsPerSecond(async () => {
    tf.tidy(() => {
      const context = { training: true, step: step++ }
      const { grads } = tf.variableGrads(() =>
        crossEntropy(runner.run([x], context).outputs[0] as tf.Tensor, y)
      )
      optimizer.apply(grads)
    })
    await Promise.resolve()
  })
  optimizer.dispose()
  model.dispose()
  return rate
}

function batch(shape: readonly number[]): [tf.Tensor, tf.Tensor] {
  const classes = Array.from({ length: shape[0] ?? 0 }, (_, i) => i % CLASSES)
  return [tf.randomUniform([...shape], 0, 1, 'float32', 1), tf.tensor(classes, [classes.length], 'int32')]
}

/** After three steps that don't count. */
async function stepsPerSecond(step: () => Promise<void>): Promise<number> {
  for (let i = 0; i < 3; i++) await step()
  const start = performance.now()
  let steps = 0
  while (performance.now() - start < SECONDS * 1000) {
    await step()
    steps++
  }
  return (steps * 1000) / (performance.now() - start)
}
