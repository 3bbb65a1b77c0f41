import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { emptyDocument } from '../../shared/document/create'
import { readDocument } from '../../shared/document/read'
import type { Document, Edge } from '../../shared/document/schema'
import { kindOf } from './kind-of'
import { miniGeometry } from './mini-geometry'
import { miniScene, type MiniScene } from './mini-scene'

function example(name: string): Document {
  const read = readDocument(readFileSync(new URL(`../../shared/examples/${name}.blockprop`, import.meta.url)))
  if (!read.ok) throw new Error(read.error.message)
  return read.value.document
}

/** Edges as the types at their ends. */
const wires = ({ tiles, edges }: MiniScene): readonly string[] =>
  edges.map(([from, to]) => `${tiles[from]?.type}>${tiles[to]?.type}`)

it.each([
  ['digits-mlp', 'mlp', 6, 0],
  ['digits-cnn', 'cnn', 9, 0],
  ['digits-residual', 'cnn', 13, 1],
  ['names-lstm', 'rnn', 5, 0],
  ['names-attention', 'attention', 11, 1]
])('%s is %s with %d tiles and %d open groups', (name, kind, tiles, frames) => {
  const document = example(name)
  const scene = miniScene(document)
  expect(kindOf(document)).toBe(kind)
  expect(scene.tiles).toHaveLength(tiles)
  expect(scene.frames).toHaveLength(frames)
  expect(scene.tiles.map(({ type }) => type)).not.toContain('groupInput')
})

it('shows the branch within a group, joined to what is outside', () => {
  const scene = miniScene(example('digits-residual'))
  expect(wires(scene)).toEqual(
    expect.arrayContaining(['conv2d>add', 'conv2d>conv2d', 'activation>maxPooling2d'])
  )
  expect(scene.tiles.filter(({ type }) => type === 'group')).toHaveLength(1)
})

it.each(['constructor', 'net-gone', '__proto__'])('leaves a group of %s closed', network => {
  const empty = emptyDocument('doc-made', 'stranger')
  const blocks = { 'group-1': { type: 'group', name: 'g', params: { network, repeat: 1 } } }
  const scene = miniScene({ ...empty, networks: { [empty.root]: { name: 'main', blocks, edges: [] } } })
  expect(scene.tiles.map(({ type }) => type)).toEqual(['group'])
})

it('a ring of groups that pass on what they are given has no source, and ends', () => {
  const empty = emptyDocument('doc-made', 'ring')
  const group = { type: 'group', name: 'g', params: { network: 'net-pass', repeat: 1 } }
  const edge = (from: string, out: string, to: string, into: string): Edge => ({
    from: { block: from, port: out },
    to: { block: to, port: into }
  })
  const pass = {
    name: 'pass',
    blocks: {
      'in-1': { type: 'groupInput', name: 'in', params: {} },
      'out-1': { type: 'groupOutput', name: 'out', params: {} }
    },
    edges: [edge('in-1', 'out', 'out-1', 'in')]
  }
  const ring = {
    name: 'main',
    blocks: { 'group-1': group },
    edges: [edge('group-1', 'out-1', 'group-1', 'in-1')]
  }
  const scene = miniScene({ ...empty, networks: { [empty.root]: ring, 'net-pass': pass } })
  expect(scene.edges).toEqual([])
})

it('says how often a group is used in a row', () => {
  expect(miniScene(example('names-attention')).frames.map(({ repeat }) => repeat)).toEqual([2])
})

function chain(count: number): Document {
  const empty = emptyDocument('doc-made', 'chain')
  const ids = Array.from({ length: count }, (_, i) => `dense-${i}`)
  const edges = ids.slice(1).map((id, i): Edge => ({
    from: { block: `dense-${i}`, port: 'out' },
    to: { block: id, port: 'in' }
  }))
  const blocks = Object.fromEntries(ids.map(id => [id, { type: 'dense', name: id, params: {} }]))
  const places = Object.fromEntries(
    ids.map((id, i) => [id, { x: (i % 10) * 230, y: Math.floor(i / 10) * 160 }])
  )
  return {
    ...empty,
    networks: { [empty.root]: { name: 'main', blocks, edges } },
    view: { positions: { [empty.root]: places } }
  }
}

it.each([
  [0, 0],
  [1, 1],
  [100, 100],
  [1000, 400]
])('of %d blocks %d are drawn', (count, drawn) => {
  const scene = miniScene(chain(count))
  expect(scene.tiles).toHaveLength(drawn)
  for (const view of ['near', 'far'] as const) {
    const { all, centres } = miniGeometry(scene, view)
    for (const { x, y } of centres) {
      expect(x).toBeGreaterThan(all.left)
      expect(x).toBeLessThan(all.right)
      expect(y).toBeGreaterThan(all.top)
      expect(y).toBeLessThan(all.bottom)
    }
  }
})

it('many blocks lie where the document has them', () => {
  expect(new Set(miniScene(chain(100)).tiles.map(({ x }) => x)).size).toBe(10)
})

it('an edge past other tiles goes over them, and the picture has room for it', () => {
  const scene: MiniScene = {
    tiles: [0, 1, 2].map(x => ({ type: 'dense', x, y: 0 })),
    edges: [
      [0, 1],
      [1, 2],
      [0, 2]
    ],
    frames: []
  }
  const { paths, all } = miniGeometry(scene, 'near')
  const straight = miniGeometry({ ...scene, edges: scene.edges.slice(0, 2) }, 'near')
  expect(paths.map(path => path.includes('V'))).toEqual([false, false, true])
  expect(all.top).toBeLessThan(straight.all.top)
})

it('a loop is drawn too', () => {
  const document = chain(2)
  const back: Edge = { from: { block: 'dense-1', port: 'out' }, to: { block: 'dense-0', port: 'in' } }
  const root = document.networks[document.root]
  if (!root) throw new Error('no root')
  const looped = { ...document, networks: { [document.root]: { ...root, edges: [...root.edges, back] } } }
  expect(miniScene(looped).edges).toHaveLength(2)
})
