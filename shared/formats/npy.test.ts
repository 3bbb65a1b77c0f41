import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTensor, damaged, shown } from './arbitrary-tensor.fixture'
import { readNpy, writeNpy } from './npy'
import { TENSOR_DTYPES, type TensorData } from './tensor-data'

const held = TENSOR_DTYPES.filter(dtype => dtype !== 'bfloat16')

function written(tensor: TensorData): Uint8Array {
  const file = writeNpy(tensor)
  if (!file.ok) throw new Error(file.error)
  return file.value
}

/** A file with this header, version 1, and some bytes of data. */
function withHeader(header: string, dataLength: number): Uint8Array {
  const file = Buffer.concat([
    Buffer.from('\x93NUMPY\x01\0..', 'latin1'),
    Buffer.from(header),
    Buffer.alloc(dataLength)
  ])
  file.writeUInt16LE(header.length, 8)
  return file
}

// Written by numpy.save of NumPy 2.4.6.
const halves =
  'k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAAAPwAAgD8AAMA/AAAAQAAAIEA='
const bigEndianFortran =
  'k05VTVBZAQB2AHsnZGVzY3InOiAnPmkyJywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMywgNCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAMAAQAEAAIABQAAQANAAUAEQAJABUAAgAOAAYAEgAKABYAAwAPAAcAEwALABc='
const scalar =
  'k05VTVBZAQB2AHsnZGVzY3InOiAnPGk4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAr5/////////w=='

describe('npy', () => {
  it.each<readonly [string, string, TensorData]>([
    ['float32', halves, { dtype: 'float32', shape: [2, 3], data: Float32Array.of(0, 0.5, 1, 1.5, 2, 2.5) }],
    ['a scalar', scalar, { dtype: 'int64', shape: [], data: BigInt64Array.of(-7n) }],
    [
      'big-endian, first axis fastest',
      bigEndianFortran,
      { dtype: 'int16', shape: [2, 3, 4], data: Int16Array.from({ length: 24 }, (_, i) => i) }
    ]
  ])('reads what NumPy wrote: %s', (_, base64, tensor) => {
    expect(readNpy(Buffer.from(base64, 'base64'))).toEqual({ ok: true, value: tensor })
  })

  it.each([halves, scalar])('writes the very bytes of NumPy', base64 => {
    const file = Buffer.from(base64, 'base64')
    const tensor = readNpy(file)
    if (!tensor.ok) throw new Error(tensor.error)
    expect(Buffer.from(written(tensor.value)).toString('latin1')).toBe(file.toString('latin1'))
  })

  it.each([
    [
      'a shape too large to count',
      `{'descr': '<f4', 'fortran_order': False, 'shape': (9007199254740991, 9007199254740991), }`,
      'impossibly many'
    ],
    [
      'a giant shape',
      `{'descr': '<f4', 'fortran_order': False, 'shape': (1000000, 1000000), }`,
      '4000000000000 bytes, got 8'
    ],
    [
      'a size that is no size',
      `{'descr': '<f4', 'fortran_order': False, 'shape': (-2,), }`,
      'must be a dictionary'
    ],
    [
      'a size beyond exact numbers',
      `{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }`,
      'must be a dictionary'
    ],
    [
      'a tuple that is none',
      `{'descr': '<f4', 'fortran_order': False, 'shape': (2), }`,
      'must be a dictionary'
    ],
    [
      'too many axes',
      `{'descr': '|u1', 'fortran_order': False, 'shape': (${'1, '.repeat(33)}), }`,
      '33 axes'
    ],
    ['Python objects', `{'descr': '|O', 'fortran_order': False, 'shape': (1,), }`, '"|O"'],
    ['records', `{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), }`, 'must be a dictionary'],
    ['a key twice', `{'descr': '<f4', 'descr': '<f4', 'shape': (2,), }`, 'must be a dictionary'],
    [
      'a key too many',
      `{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'more': True}`,
      'must be a dictionary'
    ],
    ['code', `{'descr': '<f4', 'fortran_order': False, 'shape': (exit(),), }`, 'must be a dictionary'],
    ['spaces without end', `{${' '.repeat(9000)}`, 'must be a dictionary']
  ])('refuses %s', (_, header, words) => {
    const read = readNpy(withHeader(header, 8))
    expect(read.ok ? 'accepted' : read.error).toContain(words)
  })

  it.each([
    ['of another kind', Buffer.from('PK\x03\x04'), 'no .npy file'],
    ['of a version to come', Buffer.from('\x93NUMPY\x04\0aaaaaaaa', 'latin1'), 'version 4'],
    [
      'whose header claims more than there is',
      Buffer.from('\x93NUMPY\x01\0\xff\x00', 'latin1'),
      '255 bytes long'
    ],
    ['whose header claims gigabytes', Buffer.from('\x93NUMPY\x02\0\xff\xff\xff\xff', 'latin1'), '4294967295']
  ])('refuses a file %s', (_, file, words) => {
    const read = readNpy(file)
    expect(read.ok ? 'accepted' : read.error).toContain(words)
  })

  it('reads a header with its keys in another order', () => {
    const read = readNpy(withHeader(`{'shape': (2,), 'descr': '<f4', 'fortran_order': False}`, 8))
    expect(read).toEqual({ ok: true, value: { dtype: 'float32', shape: [2], data: Float32Array.of(0, 0) } })
  })

  it('says what can not be written', () => {
    expect(writeNpy({ dtype: 'float32', shape: [2, 2], data: new Float32Array(3) })).toEqual({
      ok: false,
      error: 'shape [2, 2] holds 4 numbers, but the data has 3'
    })
    expect(writeNpy({ dtype: 'bfloat16', shape: [1], data: new Uint16Array(1) })).toEqual({
      ok: false,
      error: 'NumPy has no bfloat16; convert the tensor to float32 first'
    })
  })

  it('gives back what it took', () => {
    fc.assert(
      fc.property(anyTensor(held), tensor => {
        const read = readNpy(written(tensor))
        expect(read.ok && shown(new Map([['', read.value]]))).toEqual(shown(new Map([['', tensor]])))
      })
    )
  })

  it('refuses every valid file that is cut off, or too long', () => {
    fc.assert(
      fc.property(anyTensor(held), fc.nat(), (tensor, at) => {
        const file = written(tensor)
        expect(readNpy(file.subarray(0, at % file.length)).ok).toBe(false)
        expect(readNpy(Buffer.concat([file, Buffer.of(0)])).ok).toBe(false)
      })
    )
  })

  it('never throws', () => {
    const file = anyTensor(held).map(written)
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), damaged(file)), bytes => {
        expect(typeof readNpy(bytes).ok).toBe('boolean')
      })
    )
  })
})
