import { memory } from '@tensorflow/tfjs-core'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { assetsIn } from '../datasets/node-read-asset'
import { readDocument } from '../document/read'
import type { Document } from '../document/schema'
import { initialWeights } from '../network/initialise'
import { interpret } from '../network/interpret'
import { ndArray } from '../network/nd-array'
import { traceNetwork } from '../network/trace'
import { batchOf } from '../training/batches'
import { loadRunData, makeRunnable } from '../training/prepare-run'
import { createEngine, type Batch, type NetworkEngine } from './network-engine'
import { useBackend } from './testing/node-backends'

const readAsset = assetsIn(new URL('../../assets/datasets/', import.meta.url))

interface Ready {
  readonly document: Document
  readonly engine: NetworkEngine
  readonly flat: ReturnType<typeof flatOf>
  readonly batch: Batch
}

function flatOf(document: Document) {
  const runnable = makeRunnable(document)
  if (!runnable.ok) throw new Error(runnable.error.message)
  return runnable.value.flat
}

async function ready(name: string, size: number): Promise<Ready> {
  const file = new URL(`../examples/${name}.blockprop`, import.meta.url)
  const read = readDocument(readFileSync(file))
  if (!read.ok) throw new Error(read.error.message)
  const { document } = read.value
  const data = await loadRunData(document, readAsset)
  if (!data.ok) throw new Error(data.error.message)
  const flat = flatOf(document)
  const { prepared, split } = data.value
  const batch = batchOf(flat, prepared.dataset, split.train.subarray(0, size))
  const engine = createEngine(flat, document.training, initialWeights(flat, 7))
  return { document, engine, flat, batch }
}

describe.each(['cpu', 'wasm'] as const)('the engine on %s', backend => {
  beforeAll(() => useBackend(backend))

  it.each(['iris-mlp', 'names-lstm', 'names-attention'])('leaves no tensor behind: %s', async name => {
    const { engine, batch } = await ready(name, 4)
    for (let step = 0; step < 3; step++) engine.train(batch, step)
    await engine.collect()
    const before = memory().numTensors
    for (let step = 3; step < 8; step++) engine.train(batch, step)
    await engine.collect()
    await engine.evaluate(batch)
    await engine.predict(batch.inputs)
    await engine.activations(batch.inputs)
    expect(memory().numTensors).toBe(before)
    engine.dispose()
  })

  it.each(['iris-mlp', 'names-lstm', 'names-attention', 'digits-cnn', 'digits-residual'])(
    'loses what the operations lose: %s',
    async name => {
      const { engine, flat, batch } = await ready(name, 3)
      const time = batch.inputs['input-1']?.shape[1] ?? 1
      const program = traceNetwork(flat, { batch: 3, time, training: true, withLoss: true })
      const weights = initialWeights(flat, 7)
      const feed = [
        ...Object.entries(batch.inputs),
        ...Object.entries(batch.targets).map(([block, plain]) => [`target:${block}`, plain] as const)
      ].map(([name, { data }]) => {
        const { shape = [], dtype } = program.inputs[name] ?? {}
        return [name, ndArray(shape, data, dtype)] as const
      })
      const ran = interpret(program, {
        inputs: Object.fromEntries(feed),
        weights: Object.fromEntries([...weights].map(([path, w]) => [path, ndArray(w.shape, w.data)])),
        seed: 7,
        step: 0
      })
      if (!ran.ok) throw new Error(ran.error.message)
      engine.train(batch, 0)
      const [scores] = await engine.collect()
      expect(scores?.loss).toBeCloseTo(ran.value.outputs['loss']?.data[0] ?? NaN, 4)
      engine.dispose()
    }
  )

  it.each(['iris-mlp', 'digits-residual', 'names-attention'])(
    'shows what every layer gives, in its shape, up to the scores: %s',
    async name => {
      const { engine, flat, batch } = await ready(name, 2)
      const given = await engine.activations(batch.inputs)
      expect([...given.keys()].toSorted()).toEqual(flat.layers.map(({ path }) => path).toSorted())
      for (const { path, outputs } of flat.layers) {
        const known = outputs[0]?.type.shape.filter(size => size !== null) ?? []
        expect(given.get(path)?.shape.slice(-known.length || 99)).toEqual(known)
      }
      const { 'output-1': answers } = await engine.predict(batch.inputs)
      const last = flat.outputs[0]?.value.split(':')[0] ?? ''
      const scores = [...(given.get(last)?.data ?? [])]
      const classes = answers?.shape[1] ?? 1
      for (let row = 0; row < 2; row++) {
        const exps = scores.slice(row * classes, (row + 1) * classes).map(Math.exp)
        const sum = exps.reduce((a, b) => a + b, 0)
        expect(exps.map(value => value / sum)).toEqual(
          [...(answers?.data.subarray(row * classes, (row + 1) * classes) ?? [])].map(
            value => expect.closeTo(value, 4) as number
          )
        )
      }
      engine.dispose()
    }
  )

  it('predicts probabilities, and gives back the weights that it was given', async () => {
    const { engine, flat, batch } = await ready('iris-mlp', 5)
    const { 'output-1': answers } = await engine.predict(batch.inputs)
    expect(answers?.shape).toEqual([5, 3])
    for (let row = 0; row < 5; row++)
      expect([...(answers?.data.subarray(3 * row, 3 * row + 3) ?? [])].reduce((a, b) => a + b)).toBeCloseTo(
        1,
        5
      )
    expect(await engine.weights()).toEqual(initialWeights(flat, 7))
    expect(engine.firstNaN(batch, 0)).toBeUndefined()
    engine.dispose()
  })
})
