import { readFile } from 'node:fs/promises'
import { readDocument } from '../../shared/document/read'
import type { PlainWeights } from '../../shared/training/protocol'
import { readWeightsFile, WEIGHTS_FILE } from '../../shared/training/weights-file'
import { NotUsable } from './failure'

/** Weights from a safetensors file, or from the inside of a trained document. */
export async function readWeights(file: string): Promise<PlainWeights> {
  const bytes = await readFile(file).catch(() => {
    throw new NotUsable(`${file}: it can't be read.`)
  })
  const document = file.endsWith('.safetensors') ? null : readDocument(bytes)
  const inside = document?.ok === true ? document.value.attachments.get(WEIGHTS_FILE) : bytes
  if (!inside) throw new NotUsable(`${file}: there are no weights in it; train it first.`)
  const read = readWeightsFile(inside)
  if (!read.ok) throw new NotUsable(`${file}: ${read.error}.`)
  return read.value
}
