import { describe, expect, it } from 'vitest'
import { emptyDocument } from '../../../shared/document/create'
import type { Document, Edge, Position } from '../../../shared/document/schema'
import { freeSpot, placeNewBlocks, placesBetween, withPositions } from './place'
import { pitch } from './measures'

const edge = (from: string, to: string): Edge => ({
  from: { block: from, port: 'out' },
  to: { block: to, port: 'in' }
})

function chain(ids: readonly string[], positions: Readonly<Record<string, Position>> = {}): Document {
  const empty = emptyDocument('doc-test', 'test')
  const blocks = Object.fromEntries(ids.map(id => [id, { type: 'dense', name: id, params: {} }]))
  const edges = ids.slice(1).map((id, i) => edge(ids[i] ?? '', id))
  return {
    ...empty,
    networks: { 'net-main': { name: 'main', blocks, edges } },
    view: { positions: { 'net-main': positions } }
  }
}

const placesOf = (document: Document) => document.view.positions['net-main'] ?? {}

describe('withPositions', () => {
  it('puts the blocks of a network without places side by side', () => {
    const places = placesOf(withPositions(chain(['a-1', 'b-1', 'c-1'])))
    expect(places).toEqual({
      'a-1': { x: 0, y: 0 },
      'b-1': { x: pitch.x, y: 0 },
      'c-1': { x: 2 * pitch.x, y: 0 }
    })
  })

  it('puts branches below each other and leaves the places that there are', () => {
    const split = chain(['a-1', 'b-1'])
    const network = { ...split.networks['net-main'] }
    const blocks = { ...network.blocks, 'c-1': { type: 'dense', name: 'c', params: {} } }
    const edges = [...(network.edges ?? []), edge('a-1', 'c-1')]
    const places = placesOf(
      withPositions({ ...split, networks: { 'net-main': { name: 'main', blocks, edges } } })
    )
    expect(places['b-1']?.x).toBe(places['c-1']?.x)
    expect(Math.abs((places['b-1']?.y ?? 0) - (places['c-1']?.y ?? 0))).toBe(pitch.y)
    const full = chain(['a-1'], { 'a-1': { x: 5, y: 7 } })
    expect(withPositions(full)).toEqual(full)
  })
})

describe('placeNewBlocks', () => {
  it('puts a block that was inserted between its neighbours, and moves what follows out of its way', () => {
    const before = chain(['a-1', 'c-1'], { 'a-1': { x: 0, y: 30 }, 'c-1': { x: pitch.x, y: 30 } })
    const after = chain(['a-1', 'b-1', 'c-1'], placesOf(before))
    expect(placeNewBlocks(before, after)).toEqual([
      {
        kind: 'moveBlocks',
        network: 'net-main',
        positions: { 'b-1': { x: pitch.x, y: 30 }, 'c-1': { x: 2 * pitch.x, y: 30 } }
      }
    ])
  })

  it('has nothing to do where every block has its place', () => {
    const before = chain(['a-1'], { 'a-1': { x: 0, y: 0 } })
    expect(placeNewBlocks(before, { ...before, name: 'other' })).toEqual([])
  })
})

describe('freeSpot', () => {
  it('is the wish where nothing lies, else below', () => {
    const wish = { x: 10, y: 10 }
    expect(freeSpot([], wish)).toEqual(wish)
    expect(freeSpot([{ x: 40, y: 0 }], wish)).toEqual({ x: 10, y: 10 + pitch.y })
  })
})

describe('placesBetween', () => {
  const wide = { 'a-1': { x: 0, y: 0 }, 'b-1': { x: 3 * pitch.x, y: 0 } }
  const narrow = { 'a-1': { x: 0, y: 0 }, 'b-1': { x: pitch.x, y: 0 } }
  const network = chain(['a-1', 'new-1', 'b-1']).networks['net-main']
  if (!network) throw new Error('no network')

  it.each([
    [
      'where it was dropped, if there is room',
      wide,
      { x: pitch.x + 20, y: 7 },
      { 'new-1': { x: pitch.x + 20, y: 7 } }
    ],
    ['where it was dropped, far below both', narrow, { x: 90, y: 300 }, { 'new-1': { x: 90, y: 300 } }],
    [
      'behind the first, and what follows makes room',
      narrow,
      { x: 90, y: 7 },
      { 'new-1': { x: pitch.x, y: 0 }, 'b-1': { x: 2 * pitch.x, y: 0 } }
    ],
    [
      'behind the first, where there is room but not where it was dropped',
      wide,
      { x: 20, y: 7 },
      { 'new-1': { x: pitch.x, y: 0 } }
    ]
  ])('puts a block %s', (_what, stored, dropped, places) => {
    expect(placesBetween(network, stored, edge('a-1', 'b-1'), 'new-1', dropped)).toEqual(places)
  })
})
