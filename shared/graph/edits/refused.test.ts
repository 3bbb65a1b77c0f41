import { expect, test } from 'vitest'
import { applyEdit } from './apply'
import type { Edit } from './edit'
import { after, dense, edge, group, network, start } from './testing'

test.each<[string, string, RegExp, Edit]>([
  [
    'a network that is not there',
    'unknown-network',
    /no network "constructor"/,
    { kind: 'rename', network: 'constructor', block: 'a-1', name: '' }
  ],
  [
    'a block that is not there',
    'unknown-block',
    /no block "__proto__" in "main"/,
    { kind: 'rename', network, block: '__proto__', name: '' }
  ],
  [
    'an edge that is not there',
    'unknown-edge',
    /are not connected/,
    { kind: 'disconnect', network, edge: edge('b', 'a') }
  ],
  [
    'an id that is taken',
    'taken-id',
    /"a-1" is taken/,
    { kind: 'addBlock', network, id: 'a-1', block: dense }
  ],
  [
    'an id that is none',
    'invalid',
    /an id like dense-k3f9/,
    { kind: 'addBlock', network, id: 'a', block: dense }
  ],
  [
    'a name too long',
    'invalid',
    /can’t be a name/,
    { kind: 'rename', network, block: 'a-1', name: 'x'.repeat(5001) }
  ],
  [
    'not a number',
    'invalid',
    /can’t be a parameter \(units\): a number/,
    { kind: 'setParam', network, block: 'a-1', name: 'units', value: NaN }
  ],
  [
    'a parameter called constructor',
    'invalid',
    /a name like useBias/,
    { kind: 'setParam', network, block: 'a-1', name: 'constructor', value: 1 }
  ],
  [
    'a position without end',
    'invalid',
    /can’t be a position/,
    { kind: 'moveBlocks', network, positions: { 'a-1': { x: Infinity, y: 0 } } }
  ],
  [
    'an edge to itself',
    'self-loop',
    /"Dense" can’t be its own input/,
    { kind: 'connect', network, edge: edge('a', 'a') }
  ],
  ['a circle', 'cycle', /run in a circle/, { kind: 'connect', network, edge: edge('d', 'a') }],
  [
    'an edge again',
    'duplicate-edge',
    /"Dense" and "Bee" are already connected/,
    { kind: 'connect', network, edge: edge('a', 'b') }
  ],
  [
    'a place past the end',
    'invalid',
    /from 0 to 2, got 3/,
    { kind: 'connect', network, edge: edge('a', 'd'), index: 3 }
  ],
  [
    'an order with a gap',
    'invalid',
    /each of the 2 edges/,
    { kind: 'reorderInputs', network, block: 'd-1', port: 'in', order: [0, 0] }
  ],
  [
    'weights of itself',
    'shared-weights',
    /from itself/,
    { kind: 'setWeightsOf', network, block: 'b-1', weightsOf: 'b-1' }
  ],
  [
    'weights of its borrower',
    'shared-weights',
    /already takes its weights from "Bee"/,
    { kind: 'setWeightsOf', network, block: 'b-1', weightsOf: 'c-1' }
  ],
  ['the root', 'in-use', /is trained/, { kind: 'removeNetwork', network }],
  [
    'a group in itself',
    'group-recursion',
    /"Def" would contain itself/,
    { kind: 'addBlock', network: 'net-def', id: 'g-1', block: group('net-def') }
  ],
  [
    'a network with a loose edge',
    'invalid',
    /no block a-1/,
    { kind: 'addNetwork', id: 'net-x', network: { name: '', blocks: {}, edges: [edge('a', 'b')] } }
  ],
  [
    'half a sample',
    'invalid',
    /can’t be a choice of data/,
    { kind: 'setData', data: { source: '', split: { train: 0.5, validation: 0, test: 0, seed: 0 } } }
  ]
])('%s is refused', (_, code, words, edit) => {
  const applied = applyEdit(start, edit)
  if (applied.ok) throw new Error('was applied')
  expect(applied.error.code).toBe(code)
  expect(applied.error.message).toMatch(words)
})

test('a definition that is used stays, and is not put into itself by another', () => {
  const used = after({ kind: 'addBlock', network, id: 'g-1', block: group('net-def') })
  expect(applyEdit(used, { kind: 'removeNetwork', network: 'net-def' })).toMatchObject({
    error: { code: 'in-use' }
  })
  for (const edit of [
    { kind: 'addBlock', network: 'net-def', id: 'g-2', block: group(network) },
    { kind: 'replaceBlock', network: 'net-def', block: 'x-1', type: 'group', params: { network } }
  ] satisfies Edit[])
    expect(applyEdit(used, edit)).toMatchObject({ error: { code: 'group-recursion' } })
})
