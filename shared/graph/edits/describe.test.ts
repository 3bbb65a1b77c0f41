import { expect, test } from 'vitest'
import { emptyDocument } from '../../document/create'
import type { Block, Document } from '../../document/schema'
import { describeEdit } from './describe'
import type { Edit } from './edit'

const network = 'net-main'
const block = (name: string): Block => ({ type: 'dense', name, params: {} })
const document: Document = {
  ...emptyDocument('doc-a', 'A'),
  networks: {
    [network]: {
      name: 'main',
      blocks: {
        'a-1': block('Hidden'),
        'b-1': block('two\nlines "quoted"'),
        'c-1': block(' '),
        'd-1': block('x'.repeat(5000))
      },
      edges: []
    }
  }
}
const edge = { from: { block: 'a-1', port: 'out' }, to: { block: 'c-1', port: 'in' } }

test.each<[string, Edit]>([
  ['add Label of dense', { kind: 'addBlock', network, id: 'n-1', block: block('Any') }],
  ['delete "Hidden"', { kind: 'removeBlocks', network, ids: ['a-1'] }],
  ['delete 2 blocks', { kind: 'removeBlocks', network, ids: ['a-1', 'b-1'] }],
  [
    'change "Hidden" to Label of lstm',
    { kind: 'replaceBlock', network, block: 'a-1', type: 'lstm', params: {} }
  ],
  ['change units of Label of dense', { kind: 'setParam', network, block: 'c-1', name: 'units', value: 3 }],
  [
    'change 2 settings of "Hidden"',
    { kind: 'setParams', network, block: 'a-1', values: { units: 3, rate: 1 } }
  ],
  ['rename "two\\nlines \\"quoted\\"" to "B"', { kind: 'rename', network, block: 'b-1', name: 'B' }],
  [`move "${'x'.repeat(29)}…"`, { kind: 'moveBlocks', network, positions: { 'd-1': { x: 0, y: 0 } } }],
  ['freeze a block', { kind: 'setFrozen', network, block: 'gone-1', frozen: true }],
  ['connect "Hidden" to Label of dense', { kind: 'connect', network, edge }],
  ['disconnect "Hidden" from Label of dense', { kind: 'disconnect', network, edge }],
  ['give "Hidden" its own weights', { kind: 'setWeightsOf', network, block: 'a-1', weightsOf: null }],
  ['change the training', { kind: 'setTraining', training: document.training }],
  ['bring back an earlier version', { kind: 'bringBack', version: document }]
])('%s', (words, edit) => {
  expect(describeEdit(document, edit, type => `Label of ${type}`)).toBe(words)
})
