import type { Drive, DriveFile } from './drive'
import { isTree } from './patch'

/** What a journal says of its work. */
export interface About {
  /** The document's name. */
  readonly name: string
  /** The file that it came from, or was last saved to. */
  readonly file: AboutFile | null
  /** How many edits its base holds that are in no file. */
  readonly edits: number
}

export interface AboutFile {
  readonly name: string
  /** Where it lies, for a host that knows that; it keeps what else it knows elsewhere. */
  readonly path: string | null
  /** Of its bytes, when they were last read or written; `null` where the host does not know. */
  readonly sha256: string | null
}

/** A journal begins anew with a new base; its files of all times have the number of that in their names. */
export interface Generation {
  readonly number: number
  /** `null` where it can't be read. */
  readonly about: About | null
}

/**
 * The three files of a generation. `about` is written last, when the base is on the disk, and nothing is written over:
 * a generation is whole where its `about` can be read, and the one before goes only then. So there is one whole
 * generation at every moment, without a file system that renames in one step.
 */
export const filesOf = (number: number) => ({
  base: `base-${number}.blockprop`,
  lines: `edits-${number}.jsonl`,
  about: `about-${number}.json`
})

/** The generation that counts: the latest that is whole; where none is, the latest that has a whole base at least. */
export async function currentGeneration(
  drive: Drive,
  folder: string,
  files: readonly DriveFile[]
): Promise<Generation | null> {
  const numbers = numbersIn(files)
  for (const number of numbers) {
    const about = await readAbout(drive, folder, filesOf(number).about)
    if (about !== null) return { number, about }
  }
  // A base that nothing came after may be half of one.
  const names = new Set(files.map(({ name }) => name))
  const latest = numbers.find(n => names.has(filesOf(n).lines) || names.has(filesOf(n).about))
  return latest === undefined ? null : { number: latest, about: null }
}

/** The numbers of the generations that have a base, the latest first. */
export function numbersIn(files: readonly DriveFile[]): readonly number[] {
  return files
    .map(({ name }) => Number(/^base-([1-9]\d{0,8})\.blockprop$/.exec(name)?.[1]))
    .filter(number => !Number.isNaN(number))
    .toSorted((a, b) => b - a)
}

export function writeAbout(about: About): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(about))
}

async function readAbout(drive: Drive, folder: string, file: string): Promise<About | null> {
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(await drive.read(folder, file)))
    if (!isTree(read)) return null
    const { name, edits } = read
    if (typeof name !== 'string' || !Number.isSafeInteger(edits)) return null
    return { name, file: fileIn(read['file']), edits: Number(edits) }
  } catch {
    // Not there, cut short, or nothing that we wrote.
    return null
  }
}

function fileIn(value: unknown): AboutFile | null {
  if (!isTree(value) || typeof value['name'] !== 'string') return null
  const { name, path, sha256 } = value
  const isSum = typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)
  return { name, path: typeof path === 'string' ? path : null, sha256: isSum ? sha256 : null }
}
