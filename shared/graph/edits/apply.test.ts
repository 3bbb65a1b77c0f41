import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { anyDocument } from '../../document/arbitrary'
import { checkDocument } from '../../document/check'
import { emptyDocument } from '../../document/create'
import { deepFreeze } from '../../document/freeze'
import type { Block, Document, Edge, Network } from '../../document/schema'
import { topology } from '../topology'
import { applyEdit, applyEdits } from './apply'
import { anyEdit, editFrom } from './arbitrary'
import type { Edit } from './edit'

const dense: Block = { type: 'dense', name: 'Dense', params: { units: 4 } }
const group = (network: string): Block => ({ type: 'group', name: 'G', params: { network } })
const edge = (from: string, to: string, port = 'in'): Edge => ({
  from: { block: `${from}-1`, port: 'out' },
  to: { block: `${to}-1`, port }
})
const network = 'net-main'

/** a → b → d, a → c → d; `c` uses the weights of `b`; a definition used by nobody. */
const start: Document = deepFreeze({
  ...emptyDocument('doc-a', 'A'),
  networks: {
    [network]: {
      name: 'main',
      blocks: {
        'a-1': dense,
        'b-1': { ...dense, name: 'Bee' },
        'c-1': { ...dense, weightsOf: 'b-1' },
        'd-1': dense
      },
      edges: [edge('a', 'b'), edge('b', 'd'), edge('a', 'c'), edge('c', 'd')]
    },
    'net-def': { name: 'Def', blocks: { 'x-1': dense }, edges: [] }
  },
  view: { positions: { [network]: { 'a-1': { x: 0, y: 0 }, 'b-1': { x: 0, y: 90 } } } }
})

function after(...edits: readonly Edit[]): Document {
  const applied = applyEdits(start, edits)
  if (!applied.ok) throw new Error(applied.error.message)
  expect(checkDocument(applied.value)).toEqual(applied)
  return applied.value
}
const main = (document: Document): Network =>
  document.networks[network] ?? { name: '', blocks: {}, edges: [] }
/** `ab bd`: the edges in their order. */
const wires = (document: Document): string =>
  main(document)
    .edges.map(({ from, to }) => from.block.charAt(0) + to.block.charAt(0))
    .join(' ')

describe('edges', () => {
  test.each<[string, Edit[], string]>([
    ['comes last', [{ kind: 'connect', network, edge: edge('a', 'd') }], 'ab bd ac cd ad'],
    [
      'comes first at its port',
      [{ kind: 'connect', network, edge: edge('a', 'd'), index: 0 }],
      'ab ad bd ac cd'
    ],
    ['comes between', [{ kind: 'connect', network, edge: edge('a', 'd'), index: 1 }], 'ab bd ac ad cd'],
    [
      'comes last by its number',
      [{ kind: 'connect', network, edge: edge('a', 'd'), index: 2 }],
      'ab bd ac cd ad'
    ],
    [
      'replaces the only one',
      [{ kind: 'connect', network, edge: edge('b', 'c'), replace: true }],
      'ab bd bc cd'
    ],
    ['replaces all', [{ kind: 'connect', network, edge: edge('a', 'd'), replace: true }], 'ab ad ac'],
    [
      'replaces what made a cycle of it',
      [
        { kind: 'connect', network, edge: edge('b', 'c'), replace: true },
        { kind: 'connect', network, edge: edge('a', 'c'), replace: true }
      ],
      'ab bd ac cd'
    ],
    ['is taken away', [{ kind: 'disconnect', network, edge: edge('a', 'c') }], 'ab bd cd'],
    [
      'are put in another order',
      [{ kind: 'reorderInputs', network, block: 'd-1', port: 'in', order: [1, 0] }],
      'ab cd ac bd'
    ],
    [
      'is split by a block, in its place',
      [
        {
          kind: 'insertBetween',
          network,
          edge: edge('b', 'd'),
          id: 'n-1',
          block: dense,
          inPort: 'in',
          outPort: 'out'
        }
      ],
      'ab bn nd ac cd'
    ],
    ['go with their block', [{ kind: 'removeBlocks', network, ids: ['b-1'] }], 'ac cd']
  ])('%s', (_, edits, expected) => {
    expect(wires(after(...edits))).toBe(expected)
  })

  it('come back when their block is replaced by a group', () => {
    const done = after({
      kind: 'replaceBlock',
      network,
      block: 'b-1',
      type: 'group',
      params: { network: 'net-def' }
    })
    expect(main(done).blocks['b-1']).toEqual({ type: 'group', name: 'Bee', params: { network: 'net-def' } })
    expect(wires(done)).toBe('ab bd ac cd')
  })
})

describe('blocks', () => {
  it('leave with their positions and the sharing of their weights', () => {
    const done = after({ kind: 'removeBlocks', network, ids: ['b-1', 'b-1'] })
    expect(main(done).blocks['c-1']).toEqual(dense)
    expect(done.view.positions).toEqual({ [network]: { 'a-1': { x: 0, y: 0 } } })
  })

  it('lend the weights that they borrow on behalf of their owner', () => {
    const done = after(
      { kind: 'setWeightsOf', network, block: 'd-1', weightsOf: 'c-1' },
      { kind: 'setWeightsOf', network, block: 'b-1', weightsOf: 'a-1' }
    )
    expect(Object.values(main(done).blocks).map(block => block.weightsOf)).toEqual([
      undefined,
      'a-1',
      'a-1',
      'a-1'
    ])
  })

  test.each<[string, Edit, Block]>([
    [
      'a parameter',
      { kind: 'setParam', network, block: 'b-1', name: 'units', value: 8 },
      { ...dense, params: { units: 8 } }
    ],
    [
      'a parameter back to its default',
      { kind: 'setParam', network, block: 'b-1', name: 'units', value: null },
      { ...dense, params: {} }
    ],
    [
      'several',
      { kind: 'setParams', network, block: 'b-1', values: { units: null, rate: 0.5 } },
      { ...dense, params: { rate: 0.5 } }
    ],
    ['frozen', { kind: 'setFrozen', network, block: 'b-1', frozen: true }, { ...dense, frozen: true }]
  ])('are given %s', (_, edit, block) => {
    expect(main(after(edit)).blocks['b-1']).toEqual({ ...block, name: 'Bee' })
  })
})

describe('networks and settings', () => {
  it('a definition comes, is used, and goes once nobody uses it', () => {
    const done = after(
      {
        kind: 'addNetwork',
        id: 'net-new',
        network: { name: 'New', blocks: { 'g-1': group('net-def') }, edges: [] }
      },
      { kind: 'renameNetwork', network: 'net-new', name: 'Newer' },
      { kind: 'removeBlocks', network: 'net-new', ids: ['g-1'] },
      { kind: 'removeNetwork', network: 'net-def' }
    )
    expect(Object.entries(done.networks).map(([id, { name }]) => [id, name])).toEqual([
      [network, 'main'],
      ['net-new', 'Newer']
    ])
  })

  it('name, data and training are set', () => {
    const training = { ...start.training, epochs: 9 }
    const data = { source: 'iris', split: { train: 1, validation: 2, test: 3, seed: 4 } }
    const done = after(
      { kind: 'setName', name: '"""' },
      { kind: 'setData', data },
      { kind: 'setTraining', training }
    )
    expect(done).toMatchObject({ name: '"""', data, training })
  })
})

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

test('of several edits all are made or none', () => {
  const edits: Edit[] = [
    { kind: 'setName', name: 'B' },
    { kind: 'disconnect', network, edge: edge('d', 'a') }
  ]
  expect(applyEdits(start, edits).ok).toBe(false)
  expect(start.name).toBe('A')
})

test('what an edit does not touch stays identical', () => {
  const done = after({ kind: 'setParam', network, block: 'b-1', name: 'units', value: 8 })
  expect(done.networks['net-def']).toBe(start.networks['net-def'])
  expect(main(done).blocks['a-1']).toBe(main(start).blocks['a-1'])
  expect(main(done).edges).toBe(main(start).edges)
  expect(done.view).toBe(start.view)
  const moved = after({ kind: 'moveBlocks', network, positions: { 'b-1': { x: 5, y: 5 } } })
  expect(moved.networks).toBe(start.networks)
  expect(moved.view.positions[network]?.['a-1']).toBe(start.view.positions[network]?.['a-1'])
})

test.each<Edit>([
  { kind: 'setParam', network, block: 'b-1', name: 'units', value: 4 },
  { kind: 'setParam', network, block: 'b-1', name: 'rate', value: null },
  { kind: 'rename', network, block: 'b-1', name: 'Bee' },
  { kind: 'setFrozen', network, block: 'b-1', frozen: false },
  { kind: 'setWeightsOf', network, block: 'c-1', weightsOf: 'b-1' },
  { kind: 'setWeightsOf', network, block: 'b-1', weightsOf: null },
  { kind: 'moveBlocks', network, positions: { 'b-1': { x: 0, y: 90 } } },
  { kind: 'connect', network, edge: edge('a', 'b'), replace: true },
  { kind: 'reorderInputs', network, block: 'd-1', port: 'in', order: [0, 1] },
  { kind: 'removeBlocks', network, ids: [] },
  { kind: 'replaceBlock', network, block: 'b-1', type: 'dense', params: { units: 4 } },
  { kind: 'setTraining', training: start.training },
  { kind: 'setName', name: 'A' }
])('an edit that changes nothing gives the same document: %j', edit => {
  expect(applyEdit(start, edit)).toEqual({ ok: true, value: start })
  expect(after(edit)).toBe(start)
})

test('an edit is copied, so that whoever made it may change it', () => {
  const params: Record<string, number> = { units: 4 }
  const done = after({ kind: 'addBlock', network, id: 'n-1', block: { ...dense, params } })
  params.units = 5
  expect(main(done).blocks['n-1']?.params).toEqual({ units: 4 })
})

const hasCycle = (document: Document): boolean =>
  Object.values(document.networks).some(inside => topology(inside).cycles.length > 0)

test('no sequence of edits breaks an invariant, changes what was there, or makes a first cycle', () => {
  fc.assert(
    fc.property(anyDocument(), fc.array(anyEdit(), { minLength: 5, maxLength: 30 }), (document, seeds) => {
      let current = deepFreeze(document)
      for (const seed of seeds) {
        const edit = deepFreeze(editFrom(current, seed))
        const applied = applyEdit(current, edit)
        if (!applied.ok) {
          expect(applied.error.message).toMatch(/\.$/)
          continue
        }
        expect(checkDocument(applied.value)).toEqual(applied)
        if (!hasCycle(current)) expect(hasCycle(applied.value)).toBe(false)
        current = deepFreeze(applied.value)
      }
    }),
    { numRuns: 200 }
  )
})

test('the random edits are of every kind, made and refused', () => {
  const seen = new Map<string, Set<boolean>>()
  fc.assert(
    fc.property(anyDocument(), fc.array(anyEdit(), { minLength: 20, maxLength: 20 }), (document, seeds) => {
      for (const seed of seeds) {
        const edit = editFrom(document, seed)
        const results = seen.get(edit.kind) ?? new Set()
        seen.set(edit.kind, results.add(applyEdit(document, edit).ok))
      }
    }),
    { numRuns: 150, seed: 1 }
  )
  const both = [...seen].filter(([, results]) => results.size === 2).map(([kind]) => kind)
  expect(both.sort()).toEqual(
    'addBlock addNetwork connect disconnect insertBetween moveBlocks removeBlocks removeNetwork rename renameNetwork reorderInputs replaceBlock setFrozen setName setParam setParams setTraining setWeightsOf'.split(
      ' '
    )
  )
})
