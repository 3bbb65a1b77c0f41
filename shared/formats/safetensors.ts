import { fail, ok, type Result } from '../result'
import {
  bytesOf,
  mistakeIn,
  tensorFromBytes,
  type NamedTensors,
  type TensorData,
  type TensorDType
} from './tensor-data'
import { METADATA, readHeader } from './safetensors-header'
import { showName } from './show-name'

export interface Safetensors {
  readonly tensors: NamedTensors
  /** Free words that travel with the tensors. */
  readonly metadata: ReadonlyMap<string, string>
}

const CODES = {
  float64: 'F64',
  float32: 'F32',
  float16: 'F16',
  bfloat16: 'BF16',
  int64: 'I64',
  int32: 'I32',
  int16: 'I16',
  int8: 'I8',
  uint64: 'U64',
  uint32: 'U32',
  uint16: 'U16',
  uint8: 'U8',
  bool: 'BOOL'
} as const satisfies Record<TensorDType, string>

const DTYPES: ReadonlyMap<string, TensorDType> = new Map(
  Object.entries(CODES).map(([dtype, code]) => [code, dtype as TensorDType])
)

/**
 * Format: github.com/huggingface/safetensors. The length of the header (u64), the header (JSON), the bytes of
 * all tensors without holes or overlaps. Names that are whole numbers come out first, as `JSON.parse` does. Takes no more memory than some times the size of the file.
 */
export function readSafetensors(file: Uint8Array): Result<Safetensors, string> {
  const header = readHeader(file)
  if (!header.ok) return header
  const { entries, metadata, dataStart } = header.value

  let expected = 0
  for (const { name, begin, end } of [...entries].sort((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (begin !== expected || end < begin)
      return fail(
        `${showName(name)} must begin at byte ${expected}, where the one before it ends, but says ${begin} to ${end}`
      )
    expected = end
  }
  const available = file.length - dataStart
  if (expected !== available)
    return fail(`the tensors take ${expected} bytes, but the file has ${available}; it is cut off or damaged`)

  const tensors = new Map<string, TensorData>()
  for (const { name, code, shape, begin, end } of entries) {
    const dtype = DTYPES.get(code)
    if (dtype === undefined)
      return fail(`${showName(name)} has the dtype ${showName(code)}, which is not known here`)
    const tensor = tensorFromBytes(dtype, shape, file.subarray(dataStart + begin, dataStart + end))
    if (!tensor.ok) return fail(`${showName(name)}: ${tensor.error}`)
    tensors.set(name, tensor.value)
  }
  return ok({ tensors, metadata })
}

/**
 * The header is padded to 8 bytes, tensors keep the given order: the same input gives the same bytes.
 * A tensor may stand at an address that is no multiple of its width; readers copy.
 */
export function writeSafetensors(
  tensors: NamedTensors,
  metadata: ReadonlyMap<string, string> = new Map()
): Result<Uint8Array, string> {
  const lines: string[] = []
  if (metadata.size > 0) {
    const words = [...metadata].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
    lines.push(`"${METADATA}":{${words.join(',')}}`)
  }
  let total = 0
  for (const [name, tensor] of tensors) {
    const mistake = mistakeIn(tensor)
    if (mistake !== null) return fail(`${showName(name)}: ${mistake}`)
    if (name === METADATA)
      return fail(`a tensor can't be called ${METADATA}: the format keeps this name for itself`)
    const end = total + tensor.data.byteLength
    const entry = { dtype: CODES[tensor.dtype], shape: tensor.shape, data_offsets: [total, end] }
    lines.push(`${JSON.stringify(name)}:${JSON.stringify(entry)}`)
    total = end
  }
  const broken = [...tensors.keys(), ...metadata.keys(), ...metadata.values()].find(t =>
    /\p{Surrogate}/u.test(t)
  )
  if (broken !== undefined) return fail(`${showName(broken)} holds half a character (a lone surrogate)`)

  const json = new TextEncoder().encode(`{${lines.join(',')}}`)
  const headerLength = Math.ceil(json.length / 8) * 8
  const file = new Uint8Array(8 + headerLength + total)
  new DataView(file.buffer).setBigUint64(0, BigInt(headerLength), true)
  file.fill(0x20, 8, 8 + headerLength)
  file.set(json, 8)
  let at = 8 + headerLength
  for (const tensor of tensors.values()) {
    file.set(bytesOf(tensor), at)
    at += tensor.data.byteLength
  }
  return ok(file)
}
