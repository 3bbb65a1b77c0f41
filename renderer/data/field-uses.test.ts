import { expect, it } from 'vitest'
import { iris } from '../../shared/datasets/iris'
import { emptyDocument } from '../../shared/document/create'
import type { Block, Document } from '../../shared/document/schema'
import { createAnalyser } from '../../shared/graph/analyse'
import { datasetEdits } from '../../shared/graph/dataset-edits'
import { changeBy } from '../../shared/graph/edits/apply'
import { fieldUses } from './field-uses'

const input = (params: Block['params']): Block => ({ type: 'input', name: 'Lengths', params })
const output = (params: Block['params']): Block => ({ type: 'output', name: 'Which', params })

function documentOf(blocks: readonly Block[]): Document {
  const blank = emptyDocument('doc-x', 'x')
  const change = changeBy(blank, [
    ...datasetEdits(blank, iris),
    ...blocks.map(
      (block, i) =>
        ({ kind: 'addBlock', network: blank.root, id: `block-${i}`, block, at: { x: 0, y: 0 } }) as const
    )
  ])
  if (!change.ok) throw new Error(change.error.message)
  return change.value.document
}

const right = { field: 'measurements', shape: [4], dtype: 'float32' }

it.each<[string, readonly Block[], readonly string[]]>([
  ['an empty canvas', [], ['measurements', 'species']],
  [
    'blocks that fit',
    [input(right), output({ target: 'species' })],
    ['measurements < Lengths', 'species < Which']
  ],
  [
    'a shape that does not fit',
    [input({ ...right, shape: [3] })],
    ['measurements < Lengths ! input-shape', 'species']
  ],
  [
    'token ids asked of numbers',
    [input({ ...right, dtype: 'int32' })],
    ['measurements < Lengths ! input-dtype', 'species']
  ],
  [
    'a loss for other targets',
    [output({ target: 'species', loss: 'meanSquaredError' })],
    ['measurements', 'species < Which ! loss-target']
  ],
  [
    'fields of other data, a default among them',
    [input({}), output({ target: 'price' })],
    ['measurements', 'species', '! unknown-field', '! unknown-target']
  ],
  [
    'one field twice',
    [input(right), output({ target: 'measurements', loss: 'meanSquaredError' })],
    ['measurements < Lengths < Which', 'species']
  ]
])('%s', (_what, blocks, words) => {
  const document = documentOf(blocks)
  const uses = fieldUses(document, createAnalyser()(document), iris)
  expect([
    ...uses.fields.map(({ field, blocks: users, problems }) =>
      [field.name, ...users.map(({ name }) => `< ${name}`), ...problems.map(({ code }) => `! ${code}`)].join(
        ' '
      )
    ),
    ...uses.problems.map(({ code }) => `! ${code}`)
  ]).toEqual(words)
})
