import { gunzipSync } from 'fflate'
import { fail, ok, type Result } from '../result'
import type { DataOrigin, Dataset, DatasetMistake, ReadAsset } from './dataset'

type Bytes = Uint8Array<ArrayBuffer>
type FileOrigin = Extract<DataOrigin, { readonly kind: 'file' }>

/** The bytes of a dataset, unpacked or generated, and sure to be the right ones: their SHA-256 is checked. */
export async function bytesOf(
  { origin, label, sha256 }: Pick<Dataset, 'origin' | 'label' | 'sha256'>,
  read: ReadAsset
): Promise<Result<Bytes, DatasetMistake>> {
  const found = origin.kind === 'file' ? await unpacked(origin, label, read) : ok(origin.make())
  if (!found.ok) return found
  if (found.value !== null && (await sha256Of(found.value)) === sha256) return ok(found.value)
  const what = `its check sum is not ${sha256.slice(0, 12)}…`
  return fail({
    kind: 'damaged',
    message:
      origin.kind === 'file'
        ? `The data of ${label} (${origin.asset}) is damaged: ${what}. Install the app again.`
        : `The data of ${label} came out otherwise than it should: ${what}. Another browser may do better.`
  })
}

/** In lower case hexadecimal digits. */
export async function sha256Of(bytes: Bytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}

async function unpacked(
  { asset, bytes }: FileOrigin,
  label: string,
  read: ReadAsset
): Promise<Result<Bytes | null, DatasetMistake>> {
  try {
    return ok(unpack(await read(asset), bytes))
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason)
    return fail({ kind: 'unavailable', message: `The data of ${label} (${asset}) could not be read: ${why}` })
  }
}

/** Servers may unpack .gz on the way, so that it arrives as it is meant to be. `null` for what is no such file. */
function unpack(packed: Uint8Array, bytes: number): Bytes | null {
  if (packed.length === bytes) return new Uint8Array(packed)
  try {
    const content = new Uint8Array(bytes)
    return gunzipSync(packed, { out: content }).length === bytes ? content : null
  } catch {
    return null
  }
}
