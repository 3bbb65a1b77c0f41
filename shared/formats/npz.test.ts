import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTensors, damaged, shown } from './arbitrary-tensor.fixture'
import { readNpz, writeNpz } from './npz'
import { TENSOR_DTYPES, type NamedTensors } from './tensor-data'
import { writeZip } from './zip/write-zip'

const held = TENSOR_DTYPES.filter(dtype => dtype !== 'bfloat16')
const packing = fc.constantFrom<'deflate' | 'store'>('deflate', 'store')

function written(tensors: NamedTensors, how?: 'deflate' | 'store'): Uint8Array {
  const file = writeNpz(tensors, how)
  if (!file.ok) throw new Error(file.error)
  return file.value
}

// Written by numpy.savez_compressed and numpy.savez of NumPy 2.4.6.
const compressed =
  'UEsDBC0AAAAIAAAAIQALwLB2//////////8QABQAZGVuc2Uva2VybmVsLm5weQEAEACYAAAAAAAAAFcAAAAAAAAAm+wX6hsQychQxlCtnpJanFykbqWgbpNmoq6joJ6WX1RSlJgXn1+UkgoSd0vMKU4FihdnJBakAvkaRjoKxpo6CrUKZAMuBgiwZ2BoAOIDQMzgwMCg4AAAUEsDBC0AAAAIAAAAIQDrwCsE//////////8HABQAaWRzLm5weQEAEACMAAAAAAAAAE0AAAAAAAAAm+wX6hsQychQxlCtnpJanFykbqWgbpNpoq6joJ6WX1RSlJgXn1+UkgoSd0vMKU4FihdnJBakAvkaxjqaOgq1ChQALkYGBgYmIGYGYgBQSwECLQMtAAAACAAAACEAC8CwdlcAAACYAAAAEAAAAAAAAAAAAAAAgAEAAAAAZGVuc2Uva2VybmVsLm5weVBLAQItAy0AAAAIAAAAIQDrwCsETQAAAIwAAAAHAAAAAAAAAAAAAACAAZkAAABpZHMubnB5UEsFBgAAAAACAAIAcwAAAB8BAAAAAA=='
const uncompressed =
  'UEsDBC0AAAAAAAAAIQDuGbtd//////////8FABQAeC5ucHkBABAAggAAAAAAAACCAAAAAAAAAJNOVU1QWQEAdgB7J2Rlc2NyJzogJ3xiMScsICdmb3J0cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6ICgyLCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAKAQBQSwECLQMtAAAAAAAAACEA7hm7XYIAAACCAAAABQAAAAAAAAAAAAAAgAEAAAAAeC5ucHlQSwUGAAAAAAEAAQAzAAAAuQAAAAAA'

describe('npz', () => {
  it('reads what NumPy wrote', () => {
    expect(readNpz(Buffer.from(compressed, 'base64'))).toEqual({
      ok: true,
      value: new Map<string, unknown>([
        ['dense/kernel', { dtype: 'float32', shape: [2, 3], data: Float32Array.of(0, 0.5, 1, 1.5, 2, 2.5) }],
        ['ids', { dtype: 'int32', shape: [3], data: Int32Array.of(1, 2, 3) }]
      ])
    })
    expect(readNpz(Buffer.from(uncompressed, 'base64'))).toEqual({
      ok: true,
      value: new Map([['x', { dtype: 'bool', shape: [2], data: Uint8Array.of(1, 0) }]])
    })
  })

  it.each([
    ['readme.txt', 'hello', 'only .npy files, but this one has "readme.txt"'],
    ['x.npy', 'hello', '"x.npy": this is no .npy file']
  ])('says which file in it is wrong: %s', (name, content, words) => {
    const zip = writeZip(new Map([[name, new TextEncoder().encode(content)]]))
    const read = zip.ok ? readNpz(zip.value) : zip
    expect(read.ok ? 'accepted' : read.error).toContain(words)
  })

  it('says which tensor can not be written', () => {
    const tensors: NamedTensors = new Map([
      ['x', { dtype: 'bfloat16', shape: [1], data: new Uint16Array(1) }]
    ])
    expect(writeNpz(tensors)).toEqual({
      ok: false,
      error: '"x": NumPy has no bfloat16; convert the tensor to float32 first'
    })
  })

  it('gives back what it took, names and order too', () => {
    fc.assert(
      fc.property(anyTensors(held), packing, (tensors, how) => {
        const file = written(tensors, how)
        const read = readNpz(file)
        expect(read.ok ? shown(read.value) : read.error).toEqual(shown(tensors))
        expect(Buffer.from(written(tensors, how)).equals(file)).toBe(true)
      })
    )
  })

  it('refuses every valid file that is cut off', () => {
    fc.assert(
      fc.property(anyTensors(held), packing, fc.nat(), (tensors, how, at) => {
        const file = written(tensors, how)
        expect(readNpz(file.subarray(0, at % file.length)).ok).toBe(false)
      })
    )
  })

  it('never throws', () => {
    const file = fc.tuple(anyTensors(held), packing).map(([tensors, how]) => written(tensors, how))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), damaged(file)), bytes => {
        expect(typeof readNpz(bytes).ok).toBe('boolean')
      })
    )
  })
})
