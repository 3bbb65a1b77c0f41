import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { emptyDocument } from '../../shared/document/create'
import { readDocument } from '../../shared/document/read'
import type { Document } from '../../shared/document/schema'
import { EXAMPLES } from '../../shared/examples/registry'
import { createAnalyser } from '../../shared/graph/analyse'
import { size } from '../canvas/layout/measures'
import { sceneOf } from './scene'
import { diagramSvg, type DiagramLook } from './svg'
import { tagsOf, textOf } from './testing-xml'

const light: DiagramLook = { theme: 'light', transparent: false }

function example(name: string): Document {
  const read = readDocument(readFileSync(new URL(`../../shared/examples/${name}.blockprop`, import.meta.url)))
  if (!read.ok) throw new Error(read.error.message)
  return read.value.document
}

const sceneFrom = (document: Document, network = document.root) =>
  sceneOf(document, createAnalyser()(document), network)

function named(name: string): Document {
  const empty = emptyDocument('doc-made', name)
  const block = { type: 'dense', name, params: { units: 3 } }
  return { ...empty, networks: { [empty.root]: { name, blocks: { 'dense-1': block }, edges: [] } } }
}

describe.each(EXAMPLES.map(({ name }) => name))('%s', name => {
  const document = example(name)
  it.each(Object.keys(document.networks))('%s is drawn with all its blocks', network => {
    const scene = sceneFrom(document, network)
    const svg = diagramSvg(scene, light)
    const names = Object.values(document.networks[network]?.blocks ?? {}).map(block => block.name)
    expect(names.length).toBeGreaterThan(0)
    for (const each of names) expect(textOf(svg)).toContain(each)
    expect(scene.edges).toHaveLength(document.networks[network]?.edges.length ?? 0)
    for (const { at, width, height } of scene.cards) {
      expect(at.x).toBeGreaterThan(0)
      expect(at.x + width).toBeLessThan(scene.width)
      expect(at.y + height).toBeLessThan(scene.height)
    }
  })
})

it('says what the cards say', () => {
  const text = textOf(diagramSvg(sceneFrom(example('digits-mlp')), light))
  for (const words of ['512 units · ReLU', '401,920', '28×28×1', '28 × 28 × 1']) expect(text).toContain(words)
})

it.each([
  ['light', false, '#f9fafb', '#2f6fed'],
  ['dark', false, '#101318', '#6ea0ff'],
  ['dark', true, null, '#6ea0ff']
] as const)('%s, transparent %s: its ground and a hue', (theme, transparent, ground, core) => {
  const svg = diagramSvg(sceneFrom(example('iris-mlp')), { theme, transparent })
  const grounds = tagsOf(svg).filter(tag => tag.name === 'rect' && tag.attributes.get('x') === undefined)
  expect(grounds.map(tag => tag.attributes.get('fill'))).toEqual(ground === null ? [] : [ground])
  expect(svg).toContain(core)
})

it.each([
  '</title><script>alert(1)</script>',
  '" onload="alert(1)',
  "' onclick='alert(1)",
  ']]><!ENTITY x SYSTEM "file:///etc/passwd">',
  '&amp;&#0;&lol;',
  'a\u0000\u0008\u001B\uFFFEb',
  '\u202Egnp.exe\u2066',
  '\uD800 half',
  'url(https://example.org/x.png)',
  'ﷺ שלום 层 👩‍👩‍👧‍👦',
  'x'.repeat(5000)
])('stays well-formed, and runs and fetches nothing, with blocks called %j', name => {
  const svg = diagramSvg(sceneFrom(named(name)), light)
  const tags = tagsOf(svg)
  const known = ['svg', 'title', 'rect', 'g', 'path', 'text', 'circle', 'line', 'ellipse']
  for (const tag of tags) {
    expect(known).toContain(tag.name)
    for (const [key, value] of tag.attributes) {
      expect(key).not.toMatch(/^on|href|style/i)
      if (key !== 'xmlns') expect(value).not.toMatch(/url\(|https?:/)
    }
  }
})

it('long names are cut to their card', () => {
  const shown = tagsOf(diagramSvg(sceneFrom(named('A very long name for one small block')), light))
  expect(shown.some(tag => tag.text.endsWith('…'))).toBe(true)
})

it('a network of nothing is a small empty picture', () => {
  const scene = sceneFrom(emptyDocument('doc-made', 'empty'))
  expect(scene.cards).toEqual([])
  expect(scene.width).toBeLessThan(size.width)
  expect(tagsOf(diagramSvg(scene, light)).length).toBeGreaterThan(0)
})

it('blocks without a place are laid out', () => {
  const document = example('digits-mlp')
  const scene = sceneFrom({ ...document, view: { positions: {} } })
  expect(new Set(scene.cards.map(({ at }) => at.x)).size).toBe(6)
})
