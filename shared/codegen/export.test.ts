import { describe, expect, test } from 'vitest'
import type { LoadedDataset } from '../datasets/dataset'
import { readNpz } from '../formats/npz'
import { readSafetensors } from '../formats/safetensors'
import { emptyDocument } from '../document/create'
import type { Document } from '../document/schema'
import { createAnalyser } from '../graph/analyse'
import { flattenNetwork } from '../network/flatten'
import { initialWeights } from '../network/initialise'
import { lower } from '../network/lower'
import { iris } from '../datasets/iris'
import { TARGETS, targetOf } from './registry'
import type { ExportSource } from './target'

const edge = (from: string, to: string) => ({
  from: { block: from, port: 'out' },
  to: { block: to, port: 'in' }
})

const document: Document = {
  ...emptyDocument('doc-test', 'Flowers <b>#1</b>'),
  networks: {
    'net-main': {
      name: 'main',
      blocks: {
        'input-1': { type: 'input', name: 'Lengths', params: { shape: [4], field: 'measurements' } },
        'dense-1': { type: 'dense', name: 'Last', params: { units: 3, activation: 'softmax' } },
        'output-1': { type: 'output', name: 'Species', params: { target: 'species' } }
      },
      edges: [edge('input-1', 'dense-1'), edge('dense-1', 'output-1')]
    }
  },
  data: { source: 'iris', split: { train: 2, validation: 1, test: 1, seed: 1 } },
  training: { ...emptyDocument('doc-test', '').training, batch: 2 }
}

/** Four flowers. */
const dataset: LoadedDataset = {
  info: { ...iris, size: 4 },
  size: 4,
  columns: new Map([
    [
      'measurements',
      { shape: [4], dtype: 'float32', stored: Float32Array.from({ length: 16 }, (_, i) => i), divisor: 2 }
    ],
    ['species', { shape: [], dtype: 'int32', stored: Int32Array.of(0, 1, 2, 0), divisor: 1 }]
  ]),
  testRows: new Int32Array()
}

function source(): Required<ExportSource> {
  const network = lower(document, createAnalyser()(document))
  if (!network.ok) throw new Error(network.error.map(p => p.message).join(' '))
  const flat = flattenNetwork(network.value)
  if (!flat.ok) throw new Error(flat.error)
  const split = { train: Int32Array.of(3, 1), validation: Int32Array.of(0), test: Int32Array.of(2) }
  return {
    network: network.value,
    data: { prepared: { dataset, statistics: [] }, split },
    weights: initialWeights(flat.value, 1)
  }
}

function filesOf(id: string, given: ExportSource): ReadonlyMap<string, Uint8Array> {
  const files = targetOf(id)?.files(given)
  if (!files?.ok) throw new Error(files?.error)
  return files.value
}

describe.each(TARGETS)('$label', ({ id, model }) => {
  const { network, data, weights } = source()
  const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

  test('the folder has the script, what it needs, the data and, asked for, the weights', () => {
    const plain = ['model.py', 'requirements.txt', 'README.md']
    const weightsFile = id === 'keras' ? 'weights.npz' : 'weights.safetensors'
    expect([...filesOf(id, { network }).keys()]).toEqual(plain)
    expect([...filesOf(id, { network, data }).keys()]).toEqual([...plain, 'data.npz'])
    expect([...filesOf(id, { network, data, weights }).keys()]).toEqual([...plain, 'data.npz', weightsFile])
  })

  test('the script is the one that the window shows', () => {
    const split = { train: 2, validation: 1, test: 1 }
    const shown = model({ network, data: { dataset: dataset.info, split } })
    expect(text(filesOf(id, { network, data }).get('model.py'))).toBe(shown.text)
    expect([...shown.lines.keys()].toSorted()).toEqual(
      id === 'keras' ? ['dense-1', 'input-1', 'output-1'] : ['dense-1', 'output-1']
    )
  })

  test('data.npz holds the values as trained on, and the very rows of each part', () => {
    const arrays = readNpz(filesOf(id, { network, data }).get('data.npz') ?? new Uint8Array())
    if (!arrays.ok) throw new Error(arrays.error)
    expect(Object.fromEntries(arrays.value)).toEqual({
      measurements: {
        dtype: 'float32',
        shape: [4, 4],
        data: Float32Array.from({ length: 16 }, (_, i) => i / 2)
      },
      species: { dtype: 'int32', shape: [4], data: Int32Array.of(0, 1, 2, 0) },
      train: { dtype: 'int32', shape: [2], data: Int32Array.of(3, 1) },
      validation: { dtype: 'int32', shape: [1], data: Int32Array.of(0) },
      test: { dtype: 'int32', shape: [1], data: Int32Array.of(2) }
    })
  })

  test('a README is Markdown in which a name is only text', () => {
    const readme = text(filesOf(id, { network, data }).get('README.md'))
    expect(readme.split('\n')[0]).toBe('# Flowers \\<b\\>\\#1\\</b\\>')
    expect(readme).toContain('CC BY 4.0')
  })

  test('without data it is the network alone', () => {
    const { text: code } = model({ network })
    expect(code).not.toContain('data.npz')
    expect(code).not.toContain('argparse')
    expect(code).toContain('def predict(')
  })

  test('parts without samples are left out', () => {
    const split = { train: 4, validation: 0, test: 0 }
    const { text: code } = model({ network, data: { dataset: dataset.info, split } })
    expect(code).not.toContain('validation')
    expect(code).not.toContain('test_data')
  })
})

test('weights are called and laid out as each framework has them', () => {
  const { network, weights } = source()
  const kernel = weights.get('dense-1/kernel')
  const keras = readNpz(filesOf('keras', { network, weights }).get('weights.npz') ?? new Uint8Array())
  const torch = readSafetensors(
    filesOf('pytorch', { network, weights }).get('weights.safetensors') ?? new Uint8Array()
  )
  if (!keras.ok || !torch.ok) throw new Error('not readable')
  expect([...keras.value.keys()]).toEqual(['last/0', 'last/1'])
  expect(keras.value.get('last/0')).toEqual(kernel)
  expect([...torch.value.tensors.keys()]).toEqual(['last.weight', 'last.bias'])
  const turned = Array.from({ length: 12 }, (_, i) => kernel?.data[(i % 4) * 3 + Math.floor(i / 4)])
  expect(torch.value.tensors.get('last.weight')).toEqual({
    dtype: 'float32',
    shape: [3, 4],
    data: Float32Array.from(turned, x => x ?? NaN)
  })
})
