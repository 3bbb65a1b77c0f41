import * as fc from 'fast-check'
import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { anyDocument } from '../document/arbitrary'
import { emptyDocument } from '../document/create'
import { deepFreeze } from '../document/freeze'
import type { Block, Document, Edge } from '../document/schema'
import { documentText } from '../document/write'
import { changeBy } from '../graph/edits/apply'
import type { Edit } from '../graph/edits/edit'
import { anyWork } from './arbitrary'
import { differenceOf } from './difference'
import { readLines, writeLine } from './line'
import { applyPatches, isPatch, type Patch } from './patch'

afterEach(() => vi.restoreAllMocks())

const network = 'net-main'
const many = 1000

/** A chain of so many Dense, each with a place. */
const large: Document = deepFreeze({
  ...emptyDocument('doc-large', 'large'),
  networks: {
    [network]: {
      name: 'main',
      blocks: Object.fromEntries(
        Array.from({ length: many }, (_, i): [string, Block] => [
          `dense-${i}`,
          { type: 'dense', name: `Dense ${i}`, params: { units: 8, shape: [1, 2] } }
        ])
      ),
      edges: Array.from({ length: many - 1 }, (_, i): Edge => ({
        from: { block: `dense-${i}`, port: 'out' },
        to: { block: `dense-${i + 1}`, port: 'in' }
      }))
    }
  },
  view: {
    positions: {
      [network]: Object.fromEntries(Array.from({ length: many }, (_, i) => [`dense-${i}`, { x: i, y: 0 }]))
    }
  }
})

function after(...edits: readonly Edit[]): Document {
  const change = changeBy(large, edits)
  if (!change.ok) throw new Error(change.error.message)
  return change.value.document
}

const link = {
  from: { block: 'dense-3', port: 'out' },
  to: { block: 'dense-7', port: 'in' }
}

describe('in a document of 1,000 blocks', () => {
  it.each<[string, Edit, object]>([
    [
      'a parameter',
      { kind: 'setParam', network, block: 'dense-500', name: 'units', value: 9 },
      { op: 'set', at: ['networks', network, 'blocks', 'dense-500', 'params', 'units'], value: 9 }
    ],
    [
      'a place',
      { kind: 'moveBlocks', network, positions: { 'dense-7': { x: 7, y: 5 } } },
      { op: 'set', at: ['view', 'positions', network, 'dense-7', 'y'], value: 5 }
    ],
    ['the name', { kind: 'setName', name: 'other' }, { op: 'set', at: ['name'], value: 'other' }],
    [
      'an edge more',
      { kind: 'connect', network, edge: link },
      { op: 'splice', at: ['networks', network, 'edges'], from: many - 1, cut: 0, put: [link] }
    ],
    [
      'an edge less',
      { kind: 'disconnect', network, edge: large.networks[network]?.edges[4] ?? link },
      { op: 'splice', at: ['networks', network, 'edges'], from: 4, cut: 1, put: [] }
    ]
  ])('%s is one patch, and nothing is looked into but what leads to it', (_what, edit, patch) => {
    const edited = after(edit)
    const looked = vi.spyOn(Object, 'entries')
    const patches = differenceOf(large, edited)
    // One for each record on the way, of which the deepest place has six.
    expect(looked.mock.calls.length).toBeLessThanOrEqual(6)
    expect(patches).toEqual([patch])
  })

  it('a block that goes takes its place and its edges with it', () => {
    const patches = differenceOf(large, after({ kind: 'removeBlocks', network, ids: ['dense-5'] }))
    expect(patches.map(({ op }) => op).toSorted()).toEqual(['remove', 'remove', 'splice'])
  })

  it('the same document makes no difference', () => {
    expect(differenceOf(large, large)).toEqual([])
  })
})

function applied(before: Document, patches: readonly Patch[]): Document {
  const tree = JSON.parse(documentText(before)) as Record<string, unknown>
  expect(applyPatches(tree, patches)).toEqual({ ok: true, value: null })
  return tree as unknown as Document
}

/** As they come back from a disk. */
function throughJson(patches: readonly Patch[]): readonly Patch[] {
  const { records } = readLines(writeLine({ sequence: 1, edits: 1, patches }))
  expect(records).toHaveLength(1)
  return records[0]?.patches ?? []
}

test('the difference of any two documents makes the one of the other', () => {
  fc.assert(
    fc.property(anyDocument(), anyDocument(), (before, after) => {
      const patches = throughJson(differenceOf(before, after))
      expect(documentText(applied(before, patches))).toBe(documentText(after))
    })
  )
})

test('the differences of edits, undos and redos lead from each document to the next', () => {
  fc.assert(
    fc.property(anyWork, documents => {
      let reached = documents[0] ?? large
      for (const document of documents.map(deepFreeze)) {
        reached = applied(reached, throughJson(differenceOf(reached, document)))
        expect(documentText(reached)).toBe(documentText(document))
      }
    })
  )
})

describe('patches from strangers', () => {
  it.each<[string, unknown]>([
    ['nothing', null],
    ['no place', { op: 'set', at: [], value: 1 }],
    ['a hostile key', { op: 'set', at: ['networks', '__proto__'], value: 1 }],
    ['another one', { op: 'set', at: ['constructor', 'prototype'], value: 1 }],
    ['what all records inherit', { op: 'remove', at: ['networks', 'toString'] }],
    ['a key that is no text', { op: 'remove', at: ['networks', 3] }],
    ['a key without end', { op: 'remove', at: ['x'.repeat(1000)] }],
    ['a place too deep', { op: 'remove', at: Array.from({ length: 50 }, () => 'a') }],
    ['no value', { op: 'set', at: ['name'] }],
    ['half a member', { op: 'splice', at: ['edges'], from: 0.5, cut: 0, put: [] }],
    ['a member before the first', { op: 'splice', at: ['edges'], from: -1, cut: 0, put: [] }],
    ['an unheard-of change', { op: 'swap', at: ['name'] }]
  ])('%s is refused', (_what, patch) => {
    expect(isPatch(patch)).toBe(false)
  })

  it.each<[string, Parameters<typeof applyPatches>[1]]>([
    ['leads through what is not there', [{ op: 'set', at: ['networks', 'net-lost', 'name'], value: 'x' }]],
    ['leads through a text', [{ op: 'set', at: ['name', 'length'], value: 1 }]],
    ['leads into a list', [{ op: 'set', at: ['networks', network, 'edges', '0'], value: 1 }]],
    [
      'takes more than is there',
      [{ op: 'splice', at: ['networks', network, 'edges'], from: 0, cut: 1, put: [] }]
    ],
    ['changes a list that is none', [{ op: 'splice', at: ['name'], from: 0, cut: 0, put: [] }]],
    ['has a hostile key', [{ op: 'set', at: ['__proto__', 'polluted'], value: true }]]
  ])('one that %s is refused in words', (_what, patches) => {
    const tree = structuredClone(emptyDocument('doc-a', 'a')) as unknown as Record<string, unknown>
    expect(applyPatches(tree, patches)).toMatchObject({ ok: false, error: expect.any(String) as string })
    expect({}).not.toHaveProperty('polluted')
  })
})
