/**
 * What a hostile file costs, in processes of their own: `make NAME PATH` writes it, `read NAME PATH` reads it as the
 * app does, and prints what came of it, the milliseconds, and the most memory that was held.
 */
import { truncateSync, writeFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { readDocument } from '../../../shared/document/read'
import { limits } from '../../../shared/document/limits'
import { crc32 } from '../../../shared/formats/zip/crc32'
import { writeZip } from '../../../shared/formats/zip/write-zip'
import { networkOf } from '../../../shared/network/network-of'
import { readWeightsFile } from '../../../shared/training/weights-file'
import { nodeFileSystem } from '../file-system'
import { readWhole } from '../read-whole'

const utf8 = new TextEncoder()
type Blocks = Readonly<Record<string, unknown>>

const around = (networks: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({
    format: 'blockprop',
    version: 1,
    id: 'doc-large',
    name: 'large',
    networks,
    root: 'net-main',
    data: null,
    training: { optimizer: { type: 'adam', params: {} }, batch: 1, epochs: 1, seed: 0 },
    view: { positions: {} }
  })
const network = (blocks: Blocks, edges: readonly unknown[] = []) => ({ name: 'n', blocks, edges })
const main = (blocks: Blocks, edges: readonly unknown[] = []): string =>
  around({ 'net-main': network(blocks, edges) })

/** A document with a piece of JSON repeated within, made without a list of its parts. */
function repeated(piece: (i: number) => string, count: number): Uint8Array {
  const [before, after] = main({ 'x-y': 'HERE' }).split('"x-y":"HERE"')
  const parts: string[] = [before ?? '']
  for (let from = 0; from < count; from += 10_000)
    parts.push(
      Array.from({ length: Math.min(10_000, count - from) }, (_, i) => piece(from + i)).join() +
        (from + 10_000 < count ? ',' : '')
    )
  return utf8.encode(parts.join('') + (after ?? ''))
}

const block = (i: number): string => `"b-${i}":{"type":"a","name":"","params":{}}`

/** An archive of one file. */
function archive(content: Uint8Array): Uint8Array {
  const packed = deflateRawSync(content, { level: 1 })
  const name = utf8.encode('document.json')
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(crc32(content), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(content.length, 18)
  fields.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed])
  const central = Buffer.concat([
    ...[Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, Buffer.alloc(14), name]
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

/** Each group holds two of the next: 2 to the power of the depth, were they all opened. */
function doubling(depth: number): string {
  const networks: Record<string, unknown> = {}
  for (let level = 0; level < depth; level++) {
    const inside = { type: 'group', name: 'g', params: { network: `net-${level + 1}`, repeat: 9 } }
    networks[level === 0 ? 'net-main' : `net-${level}`] = network(
      level === depth - 1 ? {} : { 'group-1': inside, 'group-2': inside }
    )
  }
  return around(networks)
}

const chain = (type: string, params: Blocks): string =>
  main(
    {
      'input-1': { type: 'input', name: 'i', params: { shape: [1_000_000, 1_000_000, 1_000] } },
      'flatten-1': { type: 'flatten', name: 'f', params: {} },
      'x-1': { type, name: 'd', params },
      'output-1': { type: 'output', name: 'o', params: {} }
    },
    [
      { from: { block: 'input-1', port: 'out' }, to: { block: 'flatten-1', port: 'in' } },
      { from: { block: 'flatten-1', port: 'out' }, to: { block: 'x-1', port: 'in' } },
      { from: { block: 'x-1', port: 'out' }, to: { block: 'output-1', port: 'in' } }
    ]
  )

function zipOf(count: number): Uint8Array {
  const zip = writeZip(new Map(Array.from({ length: count }, (_, i) => [`a${i}`, new Uint8Array(0)])))
  if (!zip.ok) throw new Error(zip.error)
  return zip.value
}

/** A header that claims more numbers than there are bytes behind it. */
function claiming(shape: readonly number[]): Uint8Array {
  const header = utf8.encode(JSON.stringify({ a: { dtype: 'F32', shape, data_offsets: [0, 4] } }))
  const file = new Uint8Array(8 + header.length + 4)
  new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true)
  file.set(header, 8)
  return file
}

/** As many blocks as may be, each joined to ten others. */
function largest(): string {
  const ids = Array.from({ length: limits.blocks }, (_, i) => `b-${i}`)
  const blocks = Object.fromEntries(ids.map(id => [id, { type: 'add', name: id, params: {} }]))
  const edges = Array.from({ length: limits.edges }, (_, i) => ({
    from: { block: ids[i % ids.length], port: 'out' },
    to: { block: ids[(i % ids.length) + 1 + Math.floor(i / ids.length)] ?? 'b-0', port: `in` }
  }))
  const unique = new Map(edges.map(edge => [`${edge.from.block} ${edge.to.block}`, edge]))
  return main(blocks, [...unique.values()])
}

const numbers = JSON.stringify(Array.from({ length: 100_000 }, () => 1))
const split = (count: number): string =>
  around({
    ...(JSON.parse(
      `{${Array.from({ length: 20 }, (_, n) => `"net-${n}":{"name":"","edges":[],"blocks":{${Array.from({ length: count / 20 }, (_, i) => block(i)).join()}}}`).join()}}`
    ) as object),
    'net-main': network({})
  })

const cases: Readonly<Record<string, () => Uint8Array | string>> = {
  'a zip bomb': () => archive(new Uint8Array(900_000_000)),
  'a zip of 60,000 files': () => zipOf(60_000),
  '10 million blocks': () => repeated(block, 10_000_000),
  '10 million blocks in a zip': () => archive(repeated(block, 10_000_000)),
  '4 million blocks': () => repeated(block, 4_000_000),
  '600,000 blocks in 20 groups': () => split(600_000),
  '100,001 blocks': () => repeated(block, limits.blocks + 1),
  'as much as may be': largest,
  '20 million numbers': () => repeated(i => `"b-${i}":{"type":"a","name":"","params":{"p":${numbers}}}`, 200),
  'arrays in arrays': () => '['.repeat(20_000_000),
  'objects in objects': () => '{"a":'.repeat(5_000_000),
  'the key __proto__': () => main({}).replace('"data"', '"__proto__":{"x":1},"data"'),
  'a name of 200 MB': () => main({}).replace('"large"', `"${'x'.repeat(200_000_000)}"`),
  'a text of escapes': () => `{"a":"${'\\\\'.repeat(50_000_000)}`,
  'groups that double': () => doubling(32),
  'groups too deep': () => doubling(200),
  'a Dense of 10^15 weights': () => chain('dense', { units: 2 ** 53 }),
  'a repeat of 10^9': () => chain('repeatVector', { n: 1e9, times: 1e9 }),
  'weights that claim 10^15 numbers': () => claiming([1e5, 1e5, 1e5]),
  'weights whose claim overflows': () => claiming([2 ** 32, 2 ** 32, 2 ** 32])
}

function make(name: string, path: string): void {
  if (name === 'a file of 2 GB') {
    writeFileSync(path, '{"format":"blockprop"')
    truncateSync(path, 2 * 1024 ** 3)
    return
  }
  const content = cases[name]
  if (!content) throw new Error(`There is no case “${name}”.`)
  writeFileSync(path, content())
}

async function read(path: string, isWeights: boolean): Promise<string> {
  const whole = await readWhole(nodeFileSystem, path, limits.fileBytes)
  if (!whole.ok) return whole.error.message
  const { bytes } = whole.value
  if (isWeights) {
    const weights = readWeightsFile(bytes)
    return weights.ok ? 'read' : weights.error
  }
  const document = readDocument(bytes)
  if (!document.ok) return document.error.message
  const made = networkOf(document.value.document)
  return made.ok ? 'runs' : `opened: ${made.error[0]?.message}`
}

const [act, name = '', path = ''] = process.argv.slice(2)
if (act === 'make') make(name, path)
else {
  const began = performance.now()
  const outcome = await read(path, name.startsWith('weights'))
  const { maxRSS } = process.resourceUsage()
  const found = { outcome, time: Math.round(performance.now() - began), megabytes: Math.round(maxRSS / 1024) }
  process.stdout.write(JSON.stringify(found))
}
