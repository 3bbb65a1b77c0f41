import { unzipSync } from 'fflate'
import { writeZip } from '../formats/zip/write-zip'
import { mutateBytes } from './mutate-bytes'
import type { Random } from './random'

const names = [
  '../document.json',
  '/etc/passwd',
  'C:\\x',
  'a/../../b',
  '__proto__',
  'document.json',
  'weights.safetensors',
  'x'.repeat(60_000),
  'a\u0001b'
]

/**
 * An archive with its entries exchanged, renamed, damaged or blown up, written anew with sums and sizes that fit; or,
 * as often, the archive itself damaged in its headers and its data.
 * @param inner changes what lies in it, in its own way: `document.json` and the others
 */
export function mutateZip(
  zip: Uint8Array,
  inner: (name: string, bytes: Uint8Array) => Uint8Array,
  random: Random
): Uint8Array {
  const kind = random.below(4)
  if (kind === 0) return mutateBytes(zip, random)
  if (kind === 1) return inHeaders(zip, random)
  const entries = Object.entries(unzipSync(zip))
  if (entries.length === 0) return mutateBytes(zip, random)
  const changed = new Map<string, Uint8Array>(entries)
  const [name, bytes] = random.pick(entries)
  switch (random.below(kind === 2 ? 5 : 1)) {
    case 0:
      changed.set(name, inner(name, bytes))
      break
    case 1:
      changed.delete(name)
      break
    case 2:
      changed.set(random.pick(names), bytes)
      break
    case 3:
      changed.set(name, random.pick(entries)[1])
      break
    default:
      changed.set(random.pick(names), new Uint8Array(random.pick([0, 1, 1e6, 8e6])))
  }
  const written = writeZip(changed, random.pick(['store', 'deflate']))
  return written.ok ? written.value : mutateBytes(zip, random)
}

/** Where archives say how long, how packed and how many: a number near one of their signatures. */
function inHeaders(zip: Uint8Array, random: Random): Uint8Array {
  const starts: number[] = []
  for (let at = 0; at + 4 <= zip.length; at++)
    if (zip[at] === 0x50 && zip[at + 1] === 0x4b && (zip[at + 2] ?? 9) < 8) starts.push(at)
  if (starts.length === 0) return mutateBytes(zip, random)
  const changed = zip.slice()
  for (let times = 1 + random.below(3); times > 0; times--) {
    const at = random.pick(starts) + 4 + random.below(42)
    const value = random.pick([0, 1, 0x7f, 0x80, 0xff])
    changed.fill(value, at, at + random.pick([1, 2, 4]))
  }
  return changed
}
