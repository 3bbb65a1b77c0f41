import * as fc from 'fast-check'
import { zipSync, type Zippable } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { ok } from '../result'
import { anyDocument } from './arbitrary'
import { checkDocument } from './check'
import { emptyDocument } from './create'
import { readDocument } from './read'
import type { Document } from './schema'
import { documentText, writeDocument } from './write'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
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

function problemOf(file: Uint8Array): { code: string; message: string; place?: string } {
  const read = readDocument(file)
  if (read.ok) throw new Error('was read')
  return read.error
}

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
})

describe('a zip', () => {
  const json = bytes(documentText(empty))
  const good = { 'document.json': json, 'weights/best.safetensors': bytes('w'.repeat(500)) }
  const zip = (files: Zippable): Uint8Array => zipSync(files, { mtime: new Date(1990, 1, 1) })
  const patched = (offset: (file: Uint8Array) => number, value: number): Uint8Array => {
    const file = zip(good)
    file[offset(file)] = value
    return file
  }
  const renamed = (from: string, to: string): Uint8Array =>
    Buffer.from(
      Buffer.from(zip({ ...good, [from]: json }))
        .toString('latin1')
        .replaceAll(from, to),
      'latin1'
    )
  const central = (file: Uint8Array): number => Buffer.from(file).indexOf(Uint8Array.of(0x50, 0x4b, 1, 2))

  it('of another program is read, with folders and what macOS adds', () => {
    const read = readDocument(zip({ ...good, 'weights/': new Uint8Array(), '__MACOSX/._x': bytes('x') }))
    if (!read.ok) throw new Error(read.error.message)
    expect(read.value.document).toEqual(empty)
    expect([...read.value.attachments.keys()]).toEqual(['weights/best.safetensors'])
  })

  test.each<[string, Uint8Array, string, RegExp]>([
    ['cut short', zip(good).slice(0, -30), 'zip-damaged', /probably cut short/],
    ['only its first bytes', bytes('PK'), 'zip-damaged', /probably cut short/],
    ['with a password', patched(file => central(file) + 8, 1), 'zip-refused', /has a password/],
    ['packed by another method', patched(file => central(file) + 10, 9), 'zip-refused', /method 9/],
    [
      'with a wrong checksum',
      patched(file => central(file) + 16, 0),
      'zip-damaged',
      /"document.json" in it is damaged/
    ],
    [
      'with a wrong size',
      patched(file => central(file) + 24, 1),
      'zip-damaged',
      /"document.json" in it is damaged/
    ],
    ['with a symbolic link', patched(file => central(file) + 41, 0xa1), 'zip-refused', /is a link/],
    ['of a hostile folder', zip({ ...good, '../': new Uint8Array() }), 'zip-refused', /"\.\.\/"/],
    ['without a document', zip({ 'a.txt': json }), 'not-blockprop', /no document\.json/],
    ['that climbs out', zip({ ...good, '../evil': json }), 'zip-refused', /"\.\.\/evil"/],
    ['that climbs out further on', zip({ ...good, 'a/../../evil': json }), 'zip-refused', /evil/],
    ['of an absolute path', zip({ ...good, '/etc/passwd': json }), 'zip-refused', /passwd/],
    ['of a Windows path', zip({ ...good, 'C:\\evil': json }), 'zip-refused', /evil/],
    ['of a hostile name', renamed('xxprotoxx', '__proto__'), 'zip-refused', /__proto__/],
    ['a bomb', zip({ ...good, 'a.bin': new Uint8Array(70 * 1024 ** 2) }), 'zip-refused', /would unpack from/],
    ['with a broken document', zip({ 'document.json': bytes('{') }), 'truncated', /ends in the middle/]
  ])('%s is refused', (_, file, code, words) => {
    const problem = problemOf(file)
    expect(problem.code).toBe(code)
    expect(problem.message).toMatch(words)
  })

  it('keeps an attachment that ends like a file of macOS', () => {
    const attachments = new Map([['a.DS_Store', bytes('x')]])
    expect(readDocument(writeDocument(empty, attachments))).toEqual(ok({ document: empty, attachments }))
  })

  it('says in words what is wrong with it', () => {
    expect(problemOf(patched(file => central(file) + 16, 0)).message).toBe(
      'This file is an archive, and "document.json" in it is damaged: its content does not fit its size and check sum.'
    )
    expect(problemOf(zip({ ...good, '../evil': json }))).toEqual({
      code: 'zip-refused',
      message:
        'This file is an archive, and "../evil" in it has a name that is not allowed: it must be a relative path of plain names, each beginning with a letter.',
      received: '"../evil"',
      expected: 'a relative path of plain names, each beginning with a letter'
    })
  })

  it('says which file in it is meant', () => {
    expect(problemOf(zip({ 'document.json': bytes('{') })).place).toBe('document.json, line 1, column 2')
  })
})

const anyAttachments = fc.dictionary(
  fc.stringMatching(/^[a-z][a-z0-9.-]{0,8}(\/[a-z]{1,4})?$/),
  fc.uint8Array({ maxLength: 200 }),
  { maxKeys: 3 }
)

function shuffled(value: unknown, pick: () => number): unknown {
  if (Array.isArray(value)) return value.map(member => shuffled(member, pick))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, member]) => ({
    key,
    member: shuffled(member, pick),
    by: pick()
  }))
  return Object.fromEntries(entries.sort((a, b) => a.by - b.by).map(({ key, member }) => [key, member]))
}

describe('read and write', () => {
  it('are inverse, with attachments and without', () => {
    fc.assert(
      fc.property(anyDocument(), anyAttachments, (document, attached) => {
        const attachments: ReadonlyMap<string, Uint8Array> = new Map(Object.entries(attached))
        expect(readDocument(writeDocument(document, attachments))).toEqual(ok({ document, attachments }))
      }),
      { numRuns: 200 }
    )
  })

  it('give the same bytes for the same document, whatever the order of its keys', () => {
    fc.assert(
      fc.property(
        anyDocument(),
        anyAttachments,
        fc.infiniteStream(fc.nat()),
        (document, attached, stream) => {
          const pick = (): number => Number(stream.next().value)
          const once = writeDocument(document, new Map(Object.entries(attached)))
          const again = writeDocument(
            shuffled(document, pick) as Document,
            new Map(Object.entries(attached).reverse())
          )
          expect(Buffer.from(again).equals(once)).toBe(true)
        }
      ),
      { numRuns: 100 }
    )
  })

  const zipped = (document: Document): Uint8Array =>
    writeDocument(document, new Map([['weights.bin', bytes('weights')]]))

  it('survive any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', 'PK\x03\x04', '{'),
        (noise, start) => {
          expect(readDocument(Uint8Array.of(...bytes(start), ...noise)).ok).toBe(false)
        }
      )
    )
  })

  it('load nothing by half, wherever a file is cut', () => {
    fc.assert(
      fc.property(anyDocument(), fc.boolean(), fc.nat(), (document, zip, cut) => {
        const file = zip ? zipped(document) : writeDocument(document)
        // The last byte of JSON is a newline, which nothing needs.
        expect(readDocument(file.slice(0, cut % (file.length - 1))).ok).toBe(false)
      })
    )
  })

  it('load a whole and valid document or none, whatever is changed in its JSON', () => {
    const change = fc.tuple(
      fc.nat(),
      fc.nat(4),
      fc.constantFrom('', '0', '"', ',', '}', '-1', 'null', '[', '\\', 'é')
    )
    fc.assert(
      fc.property(anyDocument(), fc.array(change, { minLength: 1, maxLength: 3 }), (document, changes) => {
        let text = documentText(document)
        for (const [at, removed, inserted] of changes) {
          const place = at % text.length
          text = text.slice(0, place) + inserted + text.slice(place + removed)
        }
        const read = readDocument(bytes(text))
        if (read.ok)
          expect(checkDocument(read.value.document)).toEqual({ ok: true, value: read.value.document })
        else expect(read.error.message.length).toBeGreaterThan(20)
      }),
      { numRuns: 300 }
    )
  })

  it('see every changed byte of a zip that matters', () => {
    fc.assert(
      fc.property(anyDocument(), fc.nat(), fc.integer({ min: 1, max: 255 }), (document, at, flip) => {
        const file = zipped(document)
        const place = at % file.length
        file[place] = (file[place] ?? 0) ^ flip
        const read = readDocument(file)
        if (read.ok)
          expect(read.value).toEqual({ document, attachments: new Map([['weights.bin', bytes('weights')]]) })
      }),
      { numRuns: 300 }
    )
  })
})
