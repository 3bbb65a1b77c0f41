import { describe, expect, it, test } from 'vitest'
import type { Block, Document } from '../../document/schema'
import { applyEdit, applyEdits } from './apply'
import type { Edit } from './edit'
import { after, dense, edge, group, main, network, start } from './testing'

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
  { kind: 'setName', name: 'A' },
  { kind: 'bringBack', version: { ...start, id: 'doc-other', name: 'Other' } }
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

test('an earlier version is brought back whole, under the name of now', () => {
  const later = after(
    { kind: 'removeBlocks', network, ids: ['b-1', 'c-1'] },
    { kind: 'setName', name: 'Now' },
    { kind: 'setTraining', training: { ...start.training, epochs: 77 } }
  )
  expect(applyEdit(later, { kind: 'bringBack', version: start })).toEqual({
    ok: true,
    value: { ...start, name: 'Now' }
  })
  expect(applyEdit(start, { kind: 'bringBack', version: { ...start, root: 'net-gone' } })).toMatchObject({
    ok: false,
    error: { code: 'invalid' }
  })
})
