import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReadAsset } from '../datasets/dataset'
import { assetsIn } from '../datasets/node-read-asset'
import { readDocument } from '../document/read'
import type { Document } from '../document/schema'
import type { FromTrainer, PlainWeights, ToTrainer } from './protocol'
import { createSession } from './session'

const wasmPaths = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')) + sep
const readAsset = assetsIn(new URL('../../assets/datasets/', import.meta.url))

const example = (name: string): Document => {
  const read = readDocument(readFileSync(new URL(`../examples/${name}.blockprop`, import.meta.url)))
  if (!read.ok) throw new Error(read.error.message)
  return read.value.document
}
const iris = example('iris-mlp')
const withTraining = (changes: Partial<Document['training']>): Document => ({
  ...iris,
  training: { ...iris.training, epochs: 3, ...changes }
})
const withRate = (learningRate: number): Document =>
  withTraining({ optimizer: { type: 'sgd', params: { learningRate } } })

interface Watched {
  readonly messages: FromTrainer[]
  readonly send: (message: ToTrainer) => void
  /** The first message of a kind, from now or before. */
  readonly until: <K extends FromTrainer['kind']>(
    kind: K
  ) => Promise<Extract<FromTrainer, { readonly kind: K }>>
}

function watch(read: ReadAsset = readAsset): Watched {
  const messages: FromTrainer[] = []
  const waiting: (() => void)[] = []
  const session = createSession({
    readAsset: read,
    environment: { wasmPaths },
    emit: message => {
      messages.push(message)
      for (const wake of waiting.splice(0)) wake()
    }
  })
  const until: Watched['until'] = async kind => {
    for (;;) {
      const found = messages.find(message => message.kind === kind)
      if (found) return found as Extract<FromTrainer, { readonly kind: typeof kind }>
      const failure = messages.find(message => message.kind === 'failed')
      if (failure) throw new Error(failure.message)
      await new Promise<void>(resolve => waiting.push(resolve))
    }
  }
  return { messages, send: message => session.receive(message), until }
}

const start = (document: Document, runId = 'a'): ToTrainer => ({
  kind: 'start',
  runId,
  document,
  backend: 'cpu'
})

/** Every loss that a run told, in order. */
const losses = (messages: readonly FromTrainer[]): readonly number[] =>
  messages.flatMap(m => (m.kind === 'epoch' ? [m.train.loss, m.validation?.loss ?? NaN] : []))

describe('judging', () => {
  it('tells right from wrong as the test score does, during a run, after it and after loading', async () => {
    const { send, until } = watch()
    send(start(withTraining({ epochs: 20 })))
    const { test, weights } = await until('finished')
    send({ kind: 'judge', id: 1, most: 1000 })
    const judged = await until('judged')
    expect(judged).toMatchObject({ id: 1, output: 'output-1', classes: 3 })
    expect(judged.rows).toHaveLength(30)
    const right = judged.guess.filter((guess, i) => guess === judged.truth[i]).length
    expect(right / 30).toBeCloseTo(test?.accuracy ?? NaN, 6)
    judged.guess.forEach((guess, i) => {
      const scores = [...judged.scores.subarray(3 * i, 3 * i + 3)]
      expect(scores.indexOf(Math.max(...scores))).toBe(guess)
      expect(scores.reduce((a, b) => a + b)).toBeCloseTo(1, 5)
    })

    const loaded = watch()
    loaded.send({ kind: 'load', runId: 'b', document: iris, backend: 'cpu', weights })
    await loaded.until('loaded')
    loaded.send({ kind: 'judge', id: 2, most: 7 })
    const again = await loaded.until('judged')
    expect([...again.guess]).toEqual([...judged.guess.subarray(0, 7)])
  })

  it('predicts from values as the dataset has them', async () => {
    const { send, until } = watch()
    send(start(withTraining({ epochs: 20 })))
    await until('finished')
    // A setosa and a virginica of the dataset, in centimetres.
    const data = Float32Array.of(5.1, 3.5, 1.4, 0.2, 6.3, 3.3, 6, 2.5)
    send({ kind: 'predict', id: 1, inputs: { 'input-1': { shape: [2, 4], data } } })
    const { outputs } = await until('prediction')
    const [first, , , , , last] = outputs['output-1']?.data ?? []
    expect(first).toBeGreaterThan(0.9)
    expect(last).toBeGreaterThan(0.9)
  })

  it('says why there is nothing to judge', async () => {
    const { send, until } = watch()
    send({ kind: 'judge', id: 1, most: 10 })
    expect((await until('no-prediction')).message).toMatch('press Train first')
  })
})

describe('watching', () => {
  it('shows what each block gives, inputs and groups too, and changes nothing of the run', async () => {
    const unwatched = watch()
    unwatched.send(start(withTraining({ epochs: 4 })))
    await unwatched.until('finished')

    const watched = watch()
    watched.send({ kind: 'watch', on: true })
    watched.send(start(withTraining({ epochs: 4 })))
    await watched.until('finished')
    expect(losses(watched.messages)).toEqual(losses(unwatched.messages))
    expect(unwatched.messages.some(({ kind }) => kind === 'activations')).toBe(false)
    const { pictures } = await watched.until('activations')
    expect([...pictures.keys()].toSorted()).toEqual(['dense-1', 'dense-2', 'input-1'])
    expect(pictures.get('input-1')).toMatchObject({ width: 4, height: 1 })
  })

  it('shows at once when it is asked for after the run, and no more when it is not', async () => {
    const { send, until, messages } = watch()
    send(start(withTraining({ epochs: 1 })))
    await until('finished')
    send({ kind: 'watch', on: true })
    await until('activations')
    const before = messages.length
    send({ kind: 'watch', on: false })
    send({ kind: 'predict', id: 1, inputs: { 'input-1': { shape: [1, 4], data: new Float32Array(4) } } })
    await until('prediction')
    expect(messages.slice(before).map(({ kind }) => kind)).toEqual(['prediction'])
  })

  it('shows the network after each single step', async () => {
    const { send, until, messages } = watch()
    send({ kind: 'observe', hz: 1e6 })
    send({ kind: 'watch', on: true })
    send(start(withTraining({ epochs: 100_000 })))
    await until('progress')
    send({ kind: 'pause', runId: 'a' })
    await until('paused')
    const looks = () => messages.filter(m => m.kind === 'activations')
    for (let i = 0; i < 3; i++) {
      const before = looks().length
      send({ kind: 'step', runId: 'a' })
      while (looks().length === before) await new Promise(resolve => setImmediate(resolve))
      expect(looks().at(-1)?.pictures.get('dense-1')).not.toEqual(looks().at(-2)?.pictures.get('dense-1'))
    }
    send({ kind: 'stop', runId: 'a' })
    await until('finished')
  })

  it('shows a network from a file, and loads its data only for who watches', async () => {
    const { send: train, until: trained, messages: ofRun } = watch()
    train({ kind: 'watch', on: true })
    train(start(withTraining({ epochs: 1 })))
    const { weights } = await trained('finished')
    let reads = 0
    const { send, until } = watch(path => {
      reads++
      return readAsset(path)
    })
    send({ kind: 'load', runId: 'b', document: withTraining({}), backend: 'cpu', weights })
    await until('loaded')
    send({ kind: 'watch', on: false })
    expect(reads).toBe(0)
    send({ kind: 'watch', on: true })
    const { runId, pictures } = await until('activations')
    expect(runId).toBe('b')
    // The same weights and the same sample as at the end of the run.
    const last = ofRun.findLast(message => message.kind === 'activations')
    expect(pictures).toEqual(last?.pictures)
    expect(pictures.size).toBe(3)
  })

  it('shows it by itself once it is loaded, and not at all without its data', async () => {
    const { send: train, until: trained } = watch()
    train(start(withTraining({ epochs: 1 })))
    const { weights } = await trained('finished')
    const load: ToTrainer = { kind: 'load', runId: 'b', document: withTraining({}), backend: 'cpu', weights }
    const { send, until } = watch()
    send({ kind: 'watch', on: true })
    send(load)
    await until('activations')

    const without = watch(() => Promise.reject(new Error('no data here')))
    without.send({ kind: 'watch', on: true })
    without.send(load)
    await without.until('loaded')
    without.send({ kind: 'judge', id: 1, most: 1 })
    await without.until('no-prediction')
    expect(without.messages.map(({ kind }) => kind)).not.toContain('activations')
  })
})

describe('a training session', () => {
  it('trains, validates each epoch and tests at the end', async () => {
    const { send, until, messages } = watch()
    send(start(withTraining({ epochs: 20 })))
    const { reason, test, validation, weights } = await until('finished')
    expect(reason).toBe('done')
    expect(test?.accuracy).toBeGreaterThan(0.9)
    expect(validation?.loss).toBeLessThan(0.3)
    expect([...weights.keys()]).toEqual(['dense-1/kernel', 'dense-1/bias', 'dense-2/kernel', 'dense-2/bias'])
    expect(messages.filter(m => m.kind === 'epoch').map(m => m.epoch)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1)
    )
    expect((await until('started')).parameters).toBe(131)
  })

  it('gives the same curve for the same seed, another for another', async () => {
    const run = async (seed: number): Promise<readonly number[]> => {
      const { send, until, messages } = watch()
      send(start(withTraining({ seed })))
      await until('finished')
      return losses(messages)
    }
    const first = await run(3)
    expect(await run(3)).toEqual(first)
    expect(await run(4)).not.toEqual(first)
  })

  it('pauses, takes one step, goes on, and ends as if nothing had been', async () => {
    const plain = watch()
    plain.send(start(withTraining({})))
    await plain.until('finished')

    const { send, until, messages } = watch()
    send({ kind: 'observe', hz: 1e6 })
    send(start(withTraining({})))
    await until('progress')
    send({ kind: 'pause', runId: 'a' })
    await until('paused')
    const stepNow = (): number => messages.findLast(m => m.kind === 'progress')?.step ?? 0
    const before = stepNow()
    send({ kind: 'step', runId: 'a' })
    while (stepNow() === before) await new Promise(resolve => setImmediate(resolve))
    for (let i = 0; i < 20; i++) await new Promise(resolve => setImmediate(resolve))
    expect(stepNow() - before).toBeLessThanOrEqual(2)
    expect(messages.some(m => m.kind === 'finished')).toBe(false)
    send({ kind: 'resume', runId: 'a' })
    await until('finished')
    expect(losses(messages)).toEqual(losses(plain.messages))
  })

  it('stops when told, keeps what it learned, and predicts', async () => {
    const { send, until } = watch()
    send({ kind: 'observe', hz: 1e6 })
    send(start(withTraining({ epochs: 100_000 })))
    await until('epoch')
    send({ kind: 'stop', runId: 'a' })
    const end = await until('finished')
    expect(end).toMatchObject({ reason: 'stopped', test: null })
    expect(end.weights.size).toBe(4)
    const inputs = { 'input-1': { shape: [2, 4], data: new Float32Array([0, 1, -1, -1, 1, 0, 1, 1]) } }
    send({ kind: 'predict', id: 5, inputs })
    const { id, outputs } = await until('prediction')
    expect(id).toBe(5)
    const { shape, data } = outputs['output-1'] ?? { shape: [], data: [] }
    expect(shape).toEqual([2, 3])
    for (const row of [0, 3]) expect([...data].slice(row, row + 3).reduce((a, b) => a + b)).toBeCloseTo(1, 5)
  })

  it('leaves a run for the next one', async () => {
    const { send, until, messages } = watch()
    send(start(withTraining({ epochs: 100_000 }), 'a'))
    await until('epoch')
    send(start(withTraining({}), 'b'))
    while (!messages.some(m => m.kind === 'finished' && m.runId === 'b'))
      await new Promise(resolve => setImmediate(resolve))
    expect(messages.find(m => m.kind === 'finished' && m.runId === 'a')).toMatchObject({ reason: 'stopped' })
  })

  it('goes on from weights that it is given', async () => {
    const first = watch()
    first.send(start(withTraining({ epochs: 20 })))
    const { weights, test } = await first.until('finished')
    const second = watch()
    const message = start(
      withTraining({ epochs: 1, optimizer: { type: 'sgd', params: { learningRate: 1e-9 } } })
    )
    if (message.kind === 'start') second.send({ ...message, weights })
    expect((await second.until('finished')).test?.accuracy).toBe(test?.accuracy)
  })

  it('takes a new learning rate while it runs', async () => {
    const { send, until } = watch()
    send({ kind: 'observe', hz: 1e6 })
    send(start(withTraining({ epochs: 100_000 })))
    await until('epoch')
    send({ kind: 'setLearningRate', runId: 'a', value: Number.MAX_VALUE })
    expect((await until('failed')).message).toContain('no longer a number')
  })
})

describe('a network that was trained before', () => {
  const inputs = { 'input-1': { shape: [1, 4], data: new Float32Array([0, 1, -1, 0.5]) } }
  const load = (weights: PlainWeights, document = withTraining({})): ToTrainer => ({
    kind: 'load',
    runId: 'b',
    document,
    backend: 'cpu',
    weights
  })
  const learned = async () => {
    const { send, until } = watch()
    send(start(withTraining({ epochs: 5 })))
    const { weights } = await until('finished')
    send({ kind: 'predict', id: 1, inputs })
    return { weights, outputs: (await until('prediction')).outputs }
  }

  it('is ready without data; what is standardised needs it for the answers', async () => {
    const { weights } = await learned()
    const { send, until } = watch(() => Promise.reject(new Error('no data here')))
    send(load(weights))
    await until('loaded')
    send({ kind: 'predict', id: 2, inputs })
    expect((await until('no-prediction')).message).toMatch('no data here')
  })

  it('answers as it did, without training', async () => {
    const { weights, outputs } = await learned()
    const { send, until, messages } = watch()
    send(load(weights))
    expect(await until('loaded')).toMatchObject({ runId: 'b', parameters: 131 })
    send({ kind: 'predict', id: 2, inputs })
    expect((await until('prediction')).outputs).toEqual(outputs)
    expect(messages.some(({ kind }) => kind === 'started' || kind === 'epoch')).toBe(false)
  })

  it('takes the place of a run that goes on, and makes way for the next one', async () => {
    const { weights, outputs } = await learned()
    const { send, until, messages } = watch()
    send(start(withTraining({ epochs: 100_000 })))
    await until('epoch')
    send(load(weights))
    await until('loaded')
    expect(messages.find(m => m.kind === 'finished')).toMatchObject({ runId: 'a', reason: 'stopped' })
    send({ kind: 'predict', id: 1, inputs })
    expect((await until('prediction')).outputs).toEqual(outputs)
    send(start(withTraining({}), 'c'))
    while (!messages.some(m => m.kind === 'finished' && m.runId === 'c'))
      await new Promise(resolve => setImmediate(resolve))
  })

  it.each<[string, (weights: PlainWeights) => ToTrainer, string]>([
    [
      'a weight is missing',
      weights => load(new Map([...weights].filter(([path]) => path !== 'dense-2/bias'))),
      'nothing in them fits dense-2/bias'
    ],
    [
      'a weight has another shape',
      weights => load(new Map([...weights, ['dense-1/bias', { shape: [1], data: new Float32Array(1) }]])),
      'nothing in them fits dense-1/bias'
    ],
    [
      'the network is broken',
      weights =>
        load(weights, { ...iris, networks: { 'net-main': { name: 'main', blocks: {}, edges: [] } } }),
      'There are no blocks yet'
    ]
  ])('is refused in words where %s, and nothing is predicted', async (_what, message, words) => {
    const { weights } = await learned()
    const { send, until, messages } = watch()
    send(message(weights))
    await expect(until('loaded')).rejects.toThrow(words)
    send({ kind: 'predict', id: 1, inputs })
    expect(messages.at(-1)?.kind).toBe('no-prediction')
  })
})

describe('what can’t train says why', () => {
  it.each([
    ['a learning rate of 0', withRate(0), 'Learning rate must be a number above 0'],
    ['a learning rate of −1', withRate(-1), 'got -1'],
    ['a learning rate of 1e9', withRate(1e9), 'got 1000000000'],
    ['a batch larger than the data', withTraining({ batch: 91 }), 'there are 90 samples'],
    ['no data', { ...iris, data: null }, 'No dataset is chosen'],
    [
      'an empty canvas',
      { ...iris, networks: { 'net-main': { name: 'main', blocks: {}, edges: [] } } },
      'There are no blocks yet'
    ],
    [
      'other data than the document was made with',
      { ...iris, data: iris.data && { ...iris.data, sha256: '0'.repeat(64) } },
      'not the data that this document was made with'
    ]
  ])('%s', async (_name, document, words) => {
    const { send, until } = watch()
    send(start(document))
    expect((await until('failed')).message).toContain(words)
  })

  it('names the block whose numbers went first', async () => {
    const { send, until } = watch()
    const linear = structuredClone(iris) as {
      networks: Record<string, { blocks: Record<string, { params: Record<string, unknown> }> }>
    }
    const hidden = linear.networks['net-main']?.blocks['dense-1']
    if (hidden) hidden.params['activation'] = 'exponential'
    send(start({ ...(linear as unknown as Document), training: { ...withRate(10).training, epochs: 20 } }))
    expect(await until('failed')).toMatchObject({
      block: 'dense-1',
      advice: expect.stringContaining('learning rate') as string
    })
  })

  it('predicts nothing before it has learned anything', async () => {
    const { send, until } = watch()
    send({ kind: 'predict', id: 1, inputs: {} })
    expect((await until('no-prediction')).message).toContain('Nothing is trained yet')
  })
})
