import { expect, it } from 'vitest'
import { mendingOf } from './fix-all'
import { isError } from './problem'
import { analyseOnce, briefly, digits, documentOf, edited, network } from './testing'

const wrong = documentOf(
  network(
    {
      'input-1': ['input', { shape: [27, 28, 1] }],
      'conv-1': ['conv2d'],
      'conv-2': ['conv2d', { activation: 'relu' }],
      'dense-1': ['dense', { units: 7 }],
      'output-1': ['output']
    },
    'input-1 > conv-1 > conv-2 > dense-1 > output-1'
  ),
  { data: digits, training: { ...documentOf(network({})).training, batch: 0 } }
)

it('mends one problem after another, each on what the ones before have left', () => {
  expect(analyseOnce(wrong).problems.length).toBeGreaterThanOrEqual(4)
  const { edits, fixed } = mendingOf(wrong)
  const after = edited(wrong, ...edits)
  expect(briefly(analyseOnce(after))).toEqual([])
  expect(fixed).toBeGreaterThanOrEqual(4)
})

it('finds nothing more to do in what it has mended', () => {
  const after = edited(wrong, ...mendingOf(wrong).edits)
  expect(mendingOf(after)).toEqual({ edits: [], fixed: 0 })
})

it('takes nothing away that a person made', () => {
  const document = documentOf(
    network(
      {
        'input-1': ['input'],
        'flatten-1': ['flatten'],
        'drop-1': ['dropout'],
        'drop-2': ['dropout'],
        'x-1': ['hologram'],
        'dense-1': ['dense', { units: 10 }],
        'output-1': ['output']
      },
      'input-1 > flatten-1 > drop-1 > drop-2 > x-1 > dense-1 > output-1'
    ),
    { data: digits }
  )
  const { edits } = mendingOf(document)
  const after = edited(document, ...edits)
  expect(Object.keys(after.networks[after.root]?.blocks ?? {})).toEqual(
    expect.arrayContaining(['drop-1', 'drop-2', 'x-1'])
  )
})

it('leaves out a fix that brings a new error', () => {
  // An Input that is told to give token ids can't be read by a Dense.
  const document = documentOf(
    network(
      {
        'input-1': ['input', { shape: [12], field: 'letters' }],
        'dense-1': ['dense', { units: 1, activation: 'sigmoid' }],
        'output-1': ['output', { target: 'list', loss: 'binaryCrossEntropy' }]
      },
      'input-1 > dense-1 > output-1'
    ),
    { data: { source: 'names', split: { train: 100, validation: 10, test: 10, seed: 1 } } }
  )
  const before = analyseOnce(document).problems.filter(isError)
  expect(before.map(({ code }) => code)).toEqual(['input-dtype'])
  expect(mendingOf(document)).toEqual({ edits: [], fixed: 0 })
})
