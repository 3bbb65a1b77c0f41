import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDocument } from '../document/read'
import type { Document, Edge } from '../document/schema'
import { differences } from './difference'
import { applyEdits } from './edits/apply'
import type { Edit } from './edits/edit'

function example(name: string): Document {
  const read = readDocument(readFileSync(new URL(`../examples/${name}.blockprop`, import.meta.url)))
  if (!read.ok) throw new Error(read.error.message)
  return read.value.document
}

const start = example('digits-mlp')
const network = start.root
const blocks = Object.entries(start.networks[network]?.blocks ?? {})
const idOf = (name: string): string => blocks.find(([, block]) => block.name === name)?.[0] ?? ''
const [first, flatten] = [idOf('Dense 1'), idOf('Flatten')]
const edge = (from: string, to: string): Edge => ({
  from: { block: from, port: 'out' },
  to: { block: to, port: 'in' }
})
const dropout = { type: 'dropout', name: 'Dropout', params: {} }

test.each<[readonly string[], readonly Edit[]]>([
  [['Dense 1: Units 512 → 128'], [{ kind: 'setParam', network, block: first, name: 'units', value: 128 }]],
  [
    ['Dense 1: Activation ReLU → Tanh', 'Dense 1: Bias on → off'],
    [{ kind: 'setParams', network, block: first, values: { activation: 'tanh', useBias: false, units: 512 } }]
  ],
  [['Dense 1: frozen'], [{ kind: 'setFrozen', network, block: first, frozen: true }]],
  [['Dropout'], [{ kind: 'addBlock', network, id: 'new-1', block: dropout }]],
  [
    ['Dropout', 'connections'],
    [
      {
        kind: 'insertBetween',
        network,
        id: 'new-1',
        block: dropout,
        edge: edge(flatten, first),
        inPort: 'in',
        outPort: 'out'
      }
    ]
  ],
  [['Flatten'], [{ kind: 'removeBlocks', network, ids: [flatten] }]],
  [['connections'], [{ kind: 'disconnect', network, edge: edge(flatten, first) }]],
  [
    ['Learning rate 0.001 → 0.01', 'Batch 32 → 64'],
    [
      {
        kind: 'setTraining',
        training: {
          ...start.training,
          optimizer: { type: 'adam', params: { learningRate: 0.01 } },
          batch: 64
        }
      }
    ]
  ],
  [
    ['Optimizer Adam → SGD'],
    [
      {
        kind: 'setTraining',
        training: { ...start.training, optimizer: { type: 'sgd', params: { learningRate: 0.001 } } }
      }
    ]
  ],
  [['Data MNIST digits → none'], [{ kind: 'setData', data: null }]],
  [
    [],
    [
      { kind: 'rename', network, block: first, name: 'Other' },
      { kind: 'moveBlocks', network, positions: { [first]: { x: 5, y: 5 } } },
      { kind: 'setName', name: 'Other' }
    ]
  ]
])('%j', (words, edits) => {
  const after = applyEdits(start, edits)
  if (!after.ok) throw new Error(after.error.message)
  expect(differences(start, after.value).map(found => found.words)).toEqual(words)
})

test('what is only there is added, what is gone is removed; definitions are named', () => {
  const other = example('digits-residual')
  const there = differences(start, other)
  expect(there.filter(({ kind }) => kind === 'added').map(({ words }) => words)).toContain(
    'residual block: Conv 1'
  )
  expect(there.map(({ kind }) => kind)).toContain('removed')
  expect(differences(other, other)).toEqual([])
})
