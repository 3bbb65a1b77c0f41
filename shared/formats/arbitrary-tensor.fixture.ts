import fc from 'fast-check'
import { bytesPer, TENSOR_DTYPES, tensorFromBytes, type TensorData, type TensorDType } from './tensor-data'

/** Small tensors of any shape with any bits, NaNs with a payload among them. */
export function anyTensor(dtypes: readonly TensorDType[] = TENSOR_DTYPES): fc.Arbitrary<TensorData> {
  const shape = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 })
  return fc.tuple(fc.constantFrom(...dtypes), shape).chain(([dtype, sizes]) => {
    const length = sizes.reduce((n, d) => n * d, 1) * bytesPer(dtype)
    return fc.uint8Array({ minLength: length, maxLength: length }).map(bytes => {
      const tensor = tensorFromBytes(dtype, sizes, bytes)
      if (!tensor.ok) throw new Error(tensor.error)
      return tensor.value
    })
  })
}

/** Names that could do harm, and any others that the formats take. */
export function anyTensors(dtypes?: readonly TensorDType[]): fc.Arbitrary<ReadonlyMap<string, TensorData>> {
  const harmful = fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '',
    '../up',
    '0',
    '1',
    'a.npy',
    'größe'
  )
  const name = fc.oneof(
    harmful,
    fc.string({ unit: 'binary' }).filter(text => !/[\0\\\p{Surrogate}]/u.test(text))
  )
  return fc.array(fc.tuple(name, anyTensor(dtypes)), { maxLength: 5 }).map(entries => new Map(entries))
}

/** What differs between two sets of named tensors, order included; empty where they are the same. */
export function shown(tensors: ReadonlyMap<string, TensorData>): readonly string[] {
  return [...tensors].map(([name, { dtype, shape, data }]) => {
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('hex')
    return `${JSON.stringify(name)} ${dtype} [${shape.join(', ')}] ${bytes}`
  })
}

/** A valid file with some of its bytes changed: comes further into a reader than bytes by chance. */
export function damaged(file: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const change = fc.tuple(fc.nat(), fc.nat({ max: 255 }))
  return fc.tuple(file, fc.array(change, { minLength: 1, maxLength: 6 })).map(([bytes, changes]) => {
    const copy = bytes.slice()
    for (const [at, value] of changes) if (copy.length > 0) copy[at % copy.length] = value
    return copy
  })
}
