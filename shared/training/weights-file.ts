import { readSafetensors, writeSafetensors } from '../formats/safetensors'
import type { TensorData } from '../formats/tensor-data'
import { ok, type Result } from '../result'
import type { Plain, PlainWeights } from './protocol'

/** The name of the trained weights among a document's attachments. */
export const WEIGHTS_FILE = 'weights.safetensors'

/** The weights in the bytes of a safetensors file, by path. Only float32 is taken: networks compute in nothing else. */
export function readWeightsFile(bytes: Uint8Array): Result<PlainWeights, string> {
  const read = readSafetensors(bytes)
  if (!read.ok) return read
  return ok(
    new Map(
      [...read.value.tensors].flatMap(([path, { dtype, shape, data }]): [string, Plain][] =>
        dtype === 'float32' ? [[path, { shape, data }]] : []
      )
    )
  )
}

/** The bytes of a safetensors file; the same weights give the same bytes. */
export function writeWeightsFile(weights: PlainWeights): Result<Uint8Array, string> {
  return writeSafetensors(
    new Map(
      [...weights].flatMap(([path, { shape, data }]): [string, TensorData][] =>
        data instanceof Float32Array
          ? [[path, { dtype: 'float32', shape, data: Float32Array.from(data) }]]
          : []
      )
    )
  )
}
