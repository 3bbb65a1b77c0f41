import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTensors, damaged, shown } from './arbitrary-tensor.fixture'
import { readSafetensors, writeSafetensors } from './safetensors'
import type { NamedTensors, TensorData } from './tensor-data'

function written(tensors: NamedTensors, metadata?: ReadonlyMap<string, string>): Uint8Array {
  const file = writeSafetensors(tensors, metadata)
  if (!file.ok) throw new Error(file.error)
  return file.value
}

/** A file with this header and so many bytes of tensors. */
function withHeader(
  header: string,
  dataLength: number,
  claimed = BigInt(Buffer.byteLength(header))
): Uint8Array {
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(claimed)
  return Buffer.concat([length, Buffer.from(header), Buffer.alloc(dataLength)])
}

const entry = (begin: number, end: number, more = '"dtype":"F32","shape":[2]'): string =>
  `{${more},"data_offsets":[${begin},${end}]}`

const two: NamedTensors = new Map<string, TensorData>([
  ['dense.weight', { dtype: 'float32', shape: [1, 2], data: Float32Array.of(1, -2) }],
  ['ids', { dtype: 'int64', shape: [1], data: BigInt64Array.of(3n) }]
])

/** JSON objects put names that are whole numbers first; the file itself keeps the order. */
function inOrderOfJson(tensors: NamedTensors): NamedTensors {
  const isIndex = (name: string): boolean => String(Number(name) >>> 0) === name
  const entries = [...tensors]
  const indices = entries.filter(([name]) => isIndex(name)).sort(([a], [b]) => Number(a) - Number(b))
  return new Map([...indices, ...entries.filter(([name]) => !isIndex(name))])
}

describe('safetensors', () => {
  it('writes the format as it is described', () => {
    const file = Buffer.from(written(two, new Map([['format', 'pt']])))
    const length = Number(file.readBigUInt64LE())
    expect(length % 8).toBe(0)
    expect(file.toString('utf8', 8, 8 + length).trimEnd()).toBe(
      '{"__metadata__":{"format":"pt"},' +
        '"dense.weight":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},' +
        '"ids":{"dtype":"I64","shape":[1],"data_offsets":[8,16]}}'
    )
    expect(file.subarray(8 + length).toString('hex')).toBe('0000803f000000c00300000000000000')
  })

  it('reads tensors in the order of the header, wherever their bytes are', () => {
    const header = `{"b":${entry(8, 16)},"a":${entry(0, 8)}}`
    const read = readSafetensors(withHeader(header, 16))
    expect(read.ok && [...read.value.tensors.keys()]).toEqual(['b', 'a'])
  })

  it.each<readonly [string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'at least 8 bytes'],
    ['a header length that lies', withHeader('{}', 0, 2n ** 63n), '9223372036854775808 bytes long'],
    ['a header length just too large', withHeader('{}', 0, 3n), 'at most 2'],
    ['no object', withHeader('[]', 0), 'must begin with {'],
    ['broken JSON', withHeader('{"a":', 0), 'not valid JSON'],
    ['nesting without end', withHeader(`{"a":${'['.repeat(100_000)}`, 0), 'not valid JSON'],
    ['a name twice', withHeader(`{"a":${entry(0, 8)},"\\u0061":${entry(0, 8)}}`, 8), '"a" twice'],
    [
      'offsets that overlap',
      withHeader(`{"a":${entry(0, 8)},"b":${entry(4, 12)}}`, 12),
      '"b" must begin at byte 8'
    ],
    [
      'the same bytes twice',
      withHeader(`{"a":${entry(0, 8)},"b":${entry(0, 8)}}`, 8),
      '"b" must begin at byte 8'
    ],
    ['a hole', withHeader(`{"a":${entry(8, 16)}}`, 16), '"a" must begin at byte 0'],
    [
      'offsets that run backwards',
      withHeader(`{"a":${entry(0, 8)},"b":${entry(8, 0)}}`, 8),
      '"b" must begin'
    ],
    ['offsets beyond the file', withHeader(`{"a":${entry(0, 8)}}`, 4), 'take 8 bytes, but the file has 4'],
    ['bytes that belong to none', withHeader(`{"a":${entry(0, 8)}}`, 9), 'take 8 bytes, but the file has 9'],
    [
      'a giant shape',
      withHeader(`{"a":${entry(0, 8, '"dtype":"F32","shape":[9007199254740991,9007199254740991]')}}`, 8),
      'impossibly many'
    ],
    [
      'a shape of another size',
      withHeader(`{"a":${entry(0, 8, '"dtype":"F32","shape":[3]')}}`, 8),
      'needs 12 bytes, got 8'
    ],
    [
      'a size that is no size',
      withHeader(`{"a":${entry(0, 8, '"dtype":"F32","shape":[-2]')}}`, 8),
      'must have dtype'
    ],
    ['an unknown dtype', withHeader(`{"a":${entry(0, 8, '"dtype":"F4","shape":[2]')}}`, 8), 'dtype "F4"'],
    [
      'a dtype by an inherited name',
      withHeader(`{"a":${entry(0, 8, '"dtype":"constructor","shape":[2]')}}`, 8),
      'dtype "constructor"'
    ],
    ['metadata that is no text', withHeader('{"__metadata__":{"a":1}}', 0), '__metadata__'],
    ['a name that is not UTF-8', withHeader('{"', 0, 2n).fill(0xff, 9), 'not valid JSON']
  ])('refuses %s', (_, file, words) => {
    const read = readSafetensors(file)
    expect(read.ok ? 'accepted' : read.error).toContain(words)
  })

  it.each<readonly [string, string, TensorData, string]>([
    [
      'a name the format keeps',
      '__metadata__',
      { dtype: 'int8', shape: [], data: Int8Array.of(1) },
      'for itself'
    ],
    ['half a character', 'a\ud800', { dtype: 'int8', shape: [], data: Int8Array.of(1) }, 'lone surrogate'],
    [
      'a shape that does not fit',
      'a',
      { dtype: 'int8', shape: [2], data: Int8Array.of(1) },
      '"a": shape [2] holds 2'
    ]
  ])('does not write %s', (_, name, tensor, words) => {
    const file = writeSafetensors(new Map([[name, tensor]]))
    expect(file.ok ? 'written' : file.error).toContain(words)
  })

  it('gives back what it took: names, order, metadata', () => {
    const words = fc.string({ unit: 'binary' }).filter(text => !/\p{Surrogate}/u.test(text))
    const metadata = fc
      .array(fc.tuple(fc.oneof(fc.constant('__proto__'), words), words))
      .map(all => new Map(all))
    fc.assert(
      fc.property(anyTensors(), metadata, (tensors, about) => {
        const file = written(tensors, about)
        const read = readSafetensors(file)
        if (!read.ok) throw new Error(read.error)
        expect(shown(read.value.tensors)).toEqual(shown(inOrderOfJson(tensors)))
        expect(read.value.metadata).toEqual(about)
      })
    )
  })

  it('refuses every valid file that is cut off', () => {
    fc.assert(
      fc.property(anyTensors(), fc.nat(), (tensors, at) => {
        const file = written(tensors)
        expect(readSafetensors(file.subarray(0, at % file.length)).ok).toBe(false)
      })
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), damaged(anyTensors().map(t => written(t)))), bytes => {
        expect(typeof readSafetensors(bytes).ok).toBe('boolean')
      }),
      { numRuns: 500 }
    )
  })
})
