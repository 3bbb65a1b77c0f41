import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assetsIn } from '../datasets/node-read-asset'
import { readDocument } from '../document/read'
import type { Document } from '../document/schema'
import { readZip } from '../formats/zip/read-zip'
import { initialWeights } from '../network/initialise'
import { networkOf } from '../network/network-of'
import { runExport, type FromExporter, type ToExporter } from './export-session'

const read = assetsIn(new URL('../../assets/datasets/', import.meta.url))

function iris(): Document {
  const file = readDocument(readFileSync(new URL('../examples/iris-mlp.blockprop', import.meta.url)))
  if (!file.ok) throw new Error(file.error.message)
  return file.value.document
}

function weights(document: Document): NonNullable<ToExporter['weights']> {
  const made = networkOf(document)
  if (!made.ok) throw new Error('the example has problems')
  return initialWeights(made.value.flat, 3)
}

async function run(wanted: Partial<ToExporter> = {}): Promise<readonly FromExporter[]> {
  const messages: FromExporter[] = []
  const all = { document: iris(), target: 'keras', forms: ['script'], weights: null, zip: null, ...wanted }
  await runExport(all, read, message => messages.push(message))
  return messages
}

const made = (messages: readonly FromExporter[]) => {
  const last = messages.at(-1)
  if (last?.kind !== 'made') throw new Error(JSON.stringify(last))
  return last
}
const steps = (messages: readonly FromExporter[]): readonly string[] =>
  messages.flatMap(message => (message.kind === 'step' ? [message.step] : []))

describe('runExport', () => {
  test('tells how far it is, and gives the files with their sizes', async () => {
    const messages = await run({ forms: ['notebook', 'script'], weights: weights(iris()) })
    expect(steps(messages)).toEqual(['reading', 'writing'])
    const { files, sizes } = made(messages)
    expect([...files.keys()]).toEqual([
      'model.py',
      'model.ipynb',
      'requirements.txt',
      'README.md',
      'data.npz',
      'weights.npz'
    ])
    expect([...sizes]).toEqual([...files].map(([path, bytes]) => [path, bytes.length]))
  })

  test('a zip has the same files, in a folder', async () => {
    const messages = await run({ zip: 'iris-keras' })
    expect(steps(messages)).toEqual(['reading', 'writing', 'packing'])
    const { files } = made(messages)
    expect([...files.keys()]).toEqual(['iris-keras.zip'])
    const inside = readZip(files.get('iris-keras.zip') ?? new Uint8Array())
    if (!inside.ok) throw new Error('not a zip')
    const folder = made(await run()).files
    expect(inside.value).toEqual(new Map([...folder].map(([path, bytes]) => [`iris-keras/${path}`, bytes])))
  })

  test.each<[string, Partial<ToExporter>, RegExp]>([
    ['another target', { target: 'caffe' }, /no target “caffe”/],
    ['weights of another network', { weights: new Map() }, /weights of another network.*dense/],
    [
      'a dataset that this version has not',
      {
        document: { ...iris(), data: { source: 'x', split: { train: 1, validation: 0, test: 0, seed: 1 } } }
      },
      /no dataset “x”/
    ]
  ])('refuses %s, with the reason', async (_, wanted, why) => {
    expect((await run(wanted)).at(-1)).toEqual({
      kind: 'refused',
      message: expect.stringMatching(why) as string
    })
  })
})
