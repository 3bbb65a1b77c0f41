import { describe, expect, test } from 'vitest'
import { emptyDocument } from './create'
import { bytes, problemOf } from './read-testing'
import { readDocument } from './read'
import { documentText } from './write'

const edge = (from: string, to: string): object => ({
  from: { block: from, port: 'out' },
  to: { block: to, port: 'in' }
})
const dense = { type: 'dense', name: 'Dense', params: { units: 4 } }
const group = (network: string): object => ({ type: 'group', name: 'G', params: { network } })
const empty = emptyDocument('doc-a', 'A')

/** An otherwise good document with this main network. */
function withMain(main: object, rest: object = {}): string {
  const network = { name: 'main', blocks: {}, edges: [], ...main }
  return JSON.stringify({ ...empty, networks: { 'net-main': network, ...rest } })
}

const withOther = (rest: object): string => JSON.stringify({ ...empty, ...rest })

describe('a file that is none', () => {
  test.each([
    ['nothing', new Uint8Array(), 'empty', /is empty/],
    ['blanks', bytes(' \n'), 'empty', /blanks/],
    ['zeros, after a crash', new Uint8Array(100), 'empty', /zeros/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff), 'not-text', /neither/],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x7b, 0), 'not-text', /neither/],
    ['prose', bytes('hello'), 'not-json', /should begin with \{, not with "h"/],
    ['a web page', bytes('<!doctype html>'), 'not-json', /not with "<"/],
    [
      'a trailing comma',
      bytes('{\n  "a": [1,\n  2,]\n}'),
      'not-json',
      /line 3, column 5, expected a value, found "\]"/
    ],
    [
      'the first half',
      bytes(documentText(empty).slice(0, 100)),
      'truncated',
      /ends in the middle, at line \d+/
    ],
    ['a key twice', bytes('{"format":"blockprop",\n"format":"x"}'), 'not-json', /line 2, column 1/],
    [
      'more keys than anybody has',
      bytes(`{${Array.from({ length: 200_001 }, (_, i) => `"${i}":0`).join()}}`),
      'too-large',
      /at most 200,000 in one object/
    ],
    ['other JSON', bytes('{"nodes": []}'), 'not-blockprop', /"format": "blockprop"/],
    ['a list', bytes('[]'), 'not-blockprop', /"format": "blockprop"/],
    [
      'a newer version',
      bytes('{"format":"blockprop","version":7}'),
      'newer-version',
      /version 7, and this one reads up to 1\. Update/
    ],
    [
      'no version',
      bytes('{"format":"blockprop"}'),
      'schema',
      /version must be a whole number from 1 to 1, got nothing/
    ]
  ])('%s', (_, file, code, words) => {
    const problem = problemOf(file)
    expect(problem.code).toBe(code)
    expect(problem.message).toMatch(words)
  })
})

describe('a document that breaks the schema', () => {
  const deep = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `net-${i}`,
      { name: '', blocks: { 'g-1': group(`net-${i + 1}`) }, edges: [] }
    ])
  )
  test.each<[string, string, string, RegExp]>([
    [
      'a part is missing',
      withOther({ training: undefined }),
      'training',
      /training is missing: expected an object/
    ],
    ['a name that is a number', withOther({ name: 7 }), 'name', /name must be text, got 7/],
    [
      'a name too long',
      withOther({ name: 'x'.repeat(5001) }),
      'name',
      /at most 5,000 characters, got text of 5001/
    ],
    [
      'a batch of a half',
      withOther({ training: { ...empty.training, batch: 0.5 } }),
      'training.batch',
      /a whole number, got 0.5/
    ],
    ['an unknown key', withOther({ colour: 'red' }), '', /The document: "colour" is unknown/],
    ['a root that is not there', withOther({ root: 'net-x' }), 'root', /there is no network net-x/],
    [
      'a parameter that is null',
      withMain({ blocks: { 'dense-1': { ...dense, params: { units: null } } } }),
      'networks.net-main.blocks.dense-1.params.units',
      /must be a number, true or false, text, or a list of numbers, got null/
    ],
    [
      'an infinite parameter',
      withMain({ blocks: { 'dense-1': { ...dense, params: { units: 'HUGE' } } } }).replace('"HUGE"', '1e999'),
      'networks.net-main.blocks.dense-1.params.units',
      /got Infinity/
    ],
    [
      'a parameter called constructor',
      withMain({ blocks: { 'dense-1': { ...dense, params: { constructor: 1 } } } }),
      'networks.net-main.blocks.dense-1.params',
      /the key "constructor" must be a name like/
    ],
    [
      'an id without a hyphen',
      withMain({ blocks: { toString: dense } }),
      'networks.net-main.blocks',
      /the key "toString" must be an id like dense-k3f9/
    ],
    [
      'an edge from nowhere',
      withMain({ blocks: { 'b-1': dense }, edges: [edge('a-1', 'b-1')] }),
      'networks.net-main.edges[0].from',
      /no block a-1/
    ],
    [
      'an edge to nowhere',
      withMain({ blocks: { 'b-1': dense }, edges: [edge('b-1', 'a-1')] }),
      'networks.net-main.edges[0].to',
      /no block a-1/
    ],
    [
      'an edge twice',
      withMain({ blocks: { 'a-1': dense, 'b-1': dense }, edges: [edge('a-1', 'b-1'), edge('a-1', 'b-1')] }),
      'networks.net-main.edges[1]',
      /there twice/
    ],
    [
      'weights of nobody',
      withMain({ blocks: { 'a-1': { ...dense, weightsOf: 'b-1' } } }),
      'networks.net-main.blocks.a-1.weightsOf',
      /no block b-1/
    ],
    [
      'weights of itself',
      withMain({ blocks: { 'a-1': { ...dense, weightsOf: 'a-1' } } }),
      'networks.net-main.blocks.a-1.weightsOf',
      /from itself/
    ],
    [
      'weights in a chain',
      withMain({
        blocks: { 'a-1': { ...dense, weightsOf: 'b-1' }, 'b-1': { ...dense, weightsOf: 'c-1' }, 'c-1': dense }
      }),
      'networks.net-main.blocks.a-1.weightsOf',
      /name c-1 instead/
    ],
    [
      'a group in itself',
      withMain({ blocks: { 'g-1': group('net-main') } }),
      'networks.net-main.blocks.g-1.params.network',
      /"main" would contain itself/
    ],
    [
      'a group in itself by another',
      withMain(
        { blocks: { 'g-1': group('net-b') } },
        { 'net-b': { name: 'b', blocks: { 'g-2': group('net-main') }, edges: [] } }
      ),
      'networks.net-b.blocks.g-2.params.network',
      /would contain itself/
    ],
    [
      'groups too deep',
      withMain({}, { ...deep, 'net-40': { name: '', blocks: {}, edges: [] } }),
      'networks.net-7',
      /32 deep at most/
    ]
  ])('%s', (_, text, place, words) => {
    const problem = problemOf(bytes(text))
    expect(problem).toMatchObject(place === '' ? { code: 'schema' } : { code: 'schema', place })
    expect(problem.message).toMatch(words)
  })

  test('many faults are counted, the first is told', () => {
    expect(problemOf(bytes(withOther({ name: 7, root: 8, data: 9 }))).message).toMatch(
      /^name must.*\(and 2 more like it\)$/
    )
  })
})

describe('a document with problems that can be mended is opened', () => {
  test.each([
    ['an unknown block', withMain({ blocks: { 'a-1': { ...dense, type: 'frobnicate' } } })],
    ['a parameter out of range', withMain({ blocks: { 'a-1': { ...dense, params: { units: -3 } } } })],
    [
      'a cycle',
      withMain({ blocks: { 'a-1': dense, 'b-1': dense }, edges: [edge('a-1', 'b-1'), edge('b-1', 'a-1')] })
    ],
    ['a group without its definition', withMain({ blocks: { 'g-1': group('net-gone') } })],
    ['a batch of −1', withOther({ training: { ...empty.training, batch: -1 } })]
  ])('%s', (_, text) => {
    expect(readDocument(bytes(text)).ok).toBe(true)
  })

  test('a byte order mark, and positions of blocks that are gone', () => {
    const text = withOther({ view: { positions: { 'net-main': { 'a-1': { x: 1, y: 2 } }, 'net-x': {} } } })
    const read = readDocument(bytes(`\ufeff${text}`))
    expect(read).toMatchObject({ ok: true, value: { document: { view: { positions: { 'net-main': {} } } } } })
    expect(JSON.stringify(read)).not.toMatch(/a-1|net-x/)
  })

  test('a block farther out than numbers can be added: it comes to the edge, and is saved as a number', () => {
    const far = { ...JSON.parse(withMain({ blocks: { 'a-1': dense } })) } as object
    const text = JSON.stringify({
      ...far,
      view: { positions: { 'net-main': { 'a-1': { x: 1e308, y: -1e308 } } } }
    })
    const read = readDocument(bytes(text))
    const at = { x: 10_000_000, y: -10_000_000 }
    expect(read).toMatchObject({
      value: { document: { view: { positions: { 'net-main': { 'a-1': at } } } } }
    })
  })
})
