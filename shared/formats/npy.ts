import { fail, ok, type Result } from '../result'
import { readNpyHeader } from './npy-header'
import {
  bytesOf,
  bytesPer,
  countOf,
  mistakeIn,
  showShape,
  tensorFromBytes,
  type TensorData,
  type TensorDType
} from './tensor-data'

/** NumPy's names of what we hold; it has none for bfloat16. */
const DESCRIPTIONS = {
  float64: '<f8',
  float32: '<f4',
  float16: '<f2',
  int64: '<i8',
  int32: '<i4',
  int16: '<i2',
  int8: '|i1',
  uint64: '<u8',
  uint32: '<u4',
  uint16: '<u2',
  uint8: '|u1',
  bool: '|b1'
} as const satisfies Record<Exclude<TensorDType, 'bfloat16'>, string>

const DTYPES: ReadonlyMap<string, TensorDType> = new Map(
  Object.entries(DESCRIPTIONS).map(([dtype, description]) => [description.slice(1), dtype as TensorDType])
)

/** NumPy leaves room for the first size to grow in place. */
const GROWTH_DIGITS = 21

/**
 * Reads NumPy's array file, versions 1 to 3: either byte order, either order of the axes (the tensor comes
 * out with the last axis fastest). Takes no more memory than the file has bytes, whatever its header says.
 */
export function readNpy(file: Uint8Array): Result<TensorData, string> {
  const read = readNpyHeader(file)
  if (!read.ok) return read
  const { descr, fortranOrder, shape, dataStart } = read.value
  const dtype = /^[<>=|]/.test(descr) ? DTYPES.get(descr.slice(1)) : undefined
  if (dtype === undefined)
    return fail(
      `the array holds ${JSON.stringify(descr)}, which is no kind of number known here; save it as float32`
    )
  const tensor = tensorFromBytes(dtype, shape, file.subarray(dataStart))
  if (!tensor.ok) return fail(`${tensor.error}; the file is cut off or damaged`)
  if (descr.startsWith('>')) swapBytes(bytesOf(tensor.value), bytesPer(dtype))
  return fortranOrder && shape.length > 1 ? ok(lastAxisFastest(tensor.value)) : tensor
}

/** Writes version 1 of the file, just as `numpy.save` does: the same tensor always gives the same bytes. */
export function writeNpy(tensor: TensorData): Result<Uint8Array, string> {
  const mistake = mistakeIn(tensor)
  if (mistake !== null) return fail(mistake)
  if (tensor.dtype === 'bfloat16') return fail('NumPy has no bfloat16; convert the tensor to float32 first')
  const { shape } = tensor
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`
  const room = shape.length === 0 ? 0 : GROWTH_DIGITS - String(shape[0]).length
  const words = `'descr': '${DESCRIPTIONS[tensor.dtype]}', 'fortran_order': False, 'shape': ${tuple}, `
  const dictionary = `{${words}}${' '.repeat(room)}`
  const padding = ' '.repeat(64 - ((11 + dictionary.length) % 64))
  const header = `\x93NUMPY\x01\x00..${dictionary}${padding}\n`
  const data = bytesOf(tensor)
  const file = new Uint8Array(header.length + data.length)
  for (let i = 0; i < header.length; i++) file[i] = header.charCodeAt(i)
  new DataView(file.buffer).setUint16(8, header.length - 10, true)
  file.set(data, header.length)
  return ok(file)
}

function swapBytes(bytes: Uint8Array, width: number): void {
  if (width < 2) return
  for (let start = 0; start < bytes.length; start += width) bytes.subarray(start, start + width).reverse()
}

function lastAxisFastest(tensor: TensorData): TensorData {
  const { shape } = tensor
  const from = bytesOf(tensor)
  const width = bytesPer(tensor.dtype)
  const to = new Uint8Array(from.length)
  const position = shape.map(() => 0)
  const steps = shape.map((_, axis) => (countOf(shape.slice(0, axis)) ?? 0) * width)
  let source = 0
  for (let target = 0; target < to.length; target += width) {
    for (let i = 0; i < width; i++) to[target + i] = from[source + i] ?? 0
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const next = (position[axis] ?? 0) + 1
      source += steps[axis] ?? 0
      if (next < (shape[axis] ?? 0)) {
        position[axis] = next
        break
      }
      position[axis] = 0
      source -= (steps[axis] ?? 0) * next
    }
  }
  const turned = tensorFromBytes(tensor.dtype, shape, to)
  if (!turned.ok) throw new Error(`turning ${showShape(shape)} changed its size: ${turned.error}`)
  return turned.value
}
