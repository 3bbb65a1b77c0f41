import { gunzipSync } from 'fflate'
import { fail, ok, type Result } from '../result'
import type { DatasetMistake, ReadAsset } from './dataset'

export interface Asset {
  readonly asset: string
  readonly label: string
  /** Unpacked. */
  readonly bytes: number
  readonly sha256: string
}

/** The unpacked bytes of an asset, sure to be the right ones: their SHA-256 is checked. */
export async function readAsset(
  { asset, label, bytes, sha256 }: Asset,
  read: ReadAsset
): Promise<Result<Uint8Array<ArrayBuffer>, DatasetMistake>> {
  let packed: Uint8Array
  try {
    packed = await read(asset)
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason)
    return fail({ kind: 'unavailable', message: `The data of ${label} (${asset}) could not be read: ${why}` })
  }
  const content = unpack(packed, bytes)
  if (content === null || (await sha256Of(content)) !== sha256)
    return fail({
      kind: 'damaged',
      message: `The data of ${label} (${asset}) is damaged: its check sum is not ${sha256.slice(0, 12)}…. Install the app again.`
    })
  return ok(content)
}

/** In lower case hexadecimal digits. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Servers may unpack .gz on the way, so that it arrives as it is meant to be. */
function unpack(packed: Uint8Array, bytes: number): Uint8Array<ArrayBuffer> | null {
  if (packed.length === bytes) return new Uint8Array(packed)
  try {
    const content = new Uint8Array(bytes)
    return gunzipSync(packed, { out: content }).length === bytes ? content : null
  } catch {
    return null
  }
}
