import { expect, it } from 'vitest'
import type { Document } from '../../shared/document/schema'
import { analyseOnce, digits, documentOf, network } from '../../shared/graph/testing'
import { spokenBlock } from './spoken'

const document = documentOf(
  network(
    {
      'input-1': ['input', { field: 'image', shape: [28, 28, 1] }, { name: 'Image' }],
      'flatten-1': ['flatten', {}, { name: 'Flatten' }],
      'dense-1': ['dense', { units: 10 }, { name: 'Dense 1' }],
      'conv-1': ['conv2d', {}, { name: 'Conv' }],
      'output-1': ['output', { target: 'digit', loss: 'crossEntropy' }, { name: 'Digit' }]
    },
    'input-1 > flatten-1 > dense-1 > output-1',
    'dense-1 > conv-1'
  ),
  { data: digits }
)

function spoken(of: Document, id: string): string {
  const { root, problems } = analyseOnce(of)
  const block = of.networks[of.root]?.blocks[id]
  if (!block) throw new Error(`no block ${id}`)
  const own = problems.filter(problem => problem.place.block === id)
  const parameters = id === 'dense-1' ? 7850 : 0
  return spokenBlock({ document: of, network: of.root, id, block, graph: root, problems: own, parameters })
}

it.each([
  ['input-1', 'Image, Input, 28 × 28 × 1 out to Flatten'],
  ['flatten-1', 'Flatten, 28 × 28 × 1 in from Image, 784 out to Dense 1'],
  ['dense-1', 'Dense 1, Dense, 784 in from Flatten, 10 out to Digit and Conv, 7,850 parameters'],
  [
    'conv-1',
    'Conv, Conv2D, 10 in from Dense 1, 2 hints, the first: Conv2D needs an image of height × width × channels, but gets 10.'
  ]
])('says what %s is, what it is given and gives, and what is wrong', (id, words) => {
  expect(spoken(document, id)).toBe(words)
})
