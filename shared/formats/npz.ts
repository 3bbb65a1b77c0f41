import { fail, ok, type Result } from '../result'
import { readNpy, writeNpy } from './npy'
import { showName } from './show-name'
import type { NamedTensors, TensorData } from './tensor-data'
import { readZip } from './zip/read-zip'
import { writeZip, type Packing } from './zip/write-zip'
import { USUAL_LIMITS, type ZipLimits } from './zip/zip-limits'
import { zipMessage } from './zip/zip-problem'

/** Reads what `numpy.savez` and `numpy.savez_compressed` write: a zip of .npy files. */
export function readNpz(file: Uint8Array, limits: ZipLimits = USUAL_LIMITS): Result<NamedTensors, string> {
  const files = readZip(file, limits)
  if (!files.ok) return fail(zipMessage(files.error))
  const tensors = new Map<string, TensorData>()
  for (const [path, content] of files.value) {
    if (!path.endsWith('.npy'))
      return fail(`an .npz holds only .npy files, but this one has ${showName(path)}`)
    const tensor = readNpy(content)
    if (!tensor.ok) return fail(`${showName(path)}: ${tensor.error}`)
    tensors.set(path.slice(0, -'.npy'.length), tensor.value)
  }
  return ok(tensors)
}

/** Writes what `numpy.load` reads; the same tensors in the same order give the same bytes. */
export function writeNpz(tensors: NamedTensors, packing: Packing = 'deflate'): Result<Uint8Array, string> {
  const files = new Map<string, Uint8Array>()
  for (const [name, tensor] of tensors) {
    const file = writeNpy(tensor)
    if (!file.ok) return fail(`${showName(name)}: ${file.error}`)
    files.set(`${name}.npy`, file.value)
  }
  return writeZip(files, packing)
}
