import { readFile } from 'node:fs/promises'
import { readDocument } from '../../shared/document/read'
import { readSafetensors } from '../../shared/formats/safetensors'
import type { NamedTensors, TensorData } from '../../shared/formats/tensor-data'
import type { Plain, PlainWeights } from '../../shared/training/protocol'
import { NotUsable } from './failure'

/** The name of the weights inside a trained document. */
export const WEIGHTS_FILE = 'weights.safetensors'

/** Weights from a safetensors file, or from the inside of a trained document. */
export async function readWeights(file: string): Promise<PlainWeights> {
  const bytes = await readFile(file).catch(() => {
    throw new NotUsable(`${file}: it can't be read.`)
  })
  const document = file.endsWith('.safetensors') ? null : readDocument(bytes)
  const inside = document?.ok === true ? document.value.attachments.get(WEIGHTS_FILE) : bytes
  if (!inside) throw new NotUsable(`${file}: there are no weights in it; train it first.`)
  const read = readSafetensors(inside)
  if (!read.ok) throw new NotUsable(`${file}: ${read.error}.`)
  return new Map([...read.value.tensors].flatMap(([name, tensor]) => plain(name, tensor)))
}

function plain(name: string, tensor: TensorData): [string, Plain][] {
  return tensor.dtype === 'float32' ? [[name, { shape: tensor.shape, data: tensor.data }]] : []
}

export function toTensors(weights: PlainWeights): NamedTensors {
  return new Map(
    [...weights].flatMap(([path, { shape, data }]): [string, TensorData][] =>
      data instanceof Float32Array ? [[path, { dtype: 'float32', shape, data: Float32Array.from(data) }]] : []
    )
  )
}
