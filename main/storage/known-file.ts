import { limits } from '../../shared/document/limits'
import type { FileTrouble } from '../../shared/files/trouble'
import type { FileFacts, FileSystem } from './file-system'
import { isUntouched } from './open-file'
import { readWhole } from './read-whole'
import { whereThereIs } from './system-error'
import { changed, gone, noFile, settled } from './trouble'

/** What was last read from a file here, or written to it. */
export interface KnownContent {
  readonly facts: FileFacts
  readonly sha256: string
}

/** What an earlier run knew of it: facts change with time, bytes don't. */
interface RememberedContent {
  readonly facts: null
  readonly sha256: string
}

/** It grows by looking: what was touched and is still the same is known by its new facts. */
export interface Knowledge {
  /** `null` where it was neither read nor written yet. */
  known: KnownContent | RememberedContent | null
  /** What a try to write it may have left there that was told as failed: it is ours all the same. */
  tried: KnownContent | null
}

type Look =
  | { readonly kind: 'same' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'different'; readonly trouble: FileTrouble }

/** Why what is at this place must not be replaced; `null` where nothing of anybody else would be lost. */
export async function whyNotReplace(
  fs: FileSystem,
  real: string,
  knowledge: Knowledge
): Promise<FileTrouble | null> {
  const look = await lookAgain(fs, real, knowledge)
  switch (look.kind) {
    case 'same':
      return null
    case 'absent':
      return knowledge.known === null ? null : gone
    case 'different':
      return look.trouble
  }
}

/** `unknown`: its disk does not say. */
export type Change = 'same' | 'changed' | 'gone' | 'unknown'

export async function changeOf(fs: FileSystem, path: string, knowledge: Knowledge): Promise<Change> {
  const look = await settled(lookAgain(fs, path, knowledge), 'read')
  if (!look.ok) return 'unknown'
  switch (look.value.kind) {
    case 'same':
      return 'same'
    case 'absent':
      return 'gone'
    case 'different':
      return look.value.trouble.kind === 'changed' ? 'changed' : 'unknown'
  }
}

/**
 * Whether a file holds what is known of it. Where it was touched or replaced since, its bytes are compared: a copy
 * that was put back, or a network that counts its files anew, is no change.
 */
async function lookAgain(fs: FileSystem, path: string, knowledge: Knowledge): Promise<Look> {
  const known = [knowledge.known, knowledge.tried].filter(content => content !== null)
  const found = await whereThereIs(fs.stat(path))
  if (found === null) return { kind: 'absent' }
  if (found.kind !== 'file') return { kind: 'different', trouble: noFile(found) }
  if (known.some(({ facts }) => facts !== null && isUntouched(facts, found))) return { kind: 'same' }
  const mayBe = known.some(({ facts }) =>
    facts === null ? found.size <= limits.fileBytes : facts.size === found.size
  )
  if (!mayBe) return { kind: 'different', trouble: changed }
  const read = await readWhole(fs, path, found.size)
  if (!read.ok) {
    if (read.error.kind === 'gone') return { kind: 'absent' }
    return { kind: 'different', trouble: read.error.kind === 'hanging' ? read.error : changed }
  }
  const { facts, sha256 } = read.value
  if (!known.some(content => content.sha256 === sha256)) return { kind: 'different', trouble: changed }
  knowledge.known = { facts, sha256 }
  return { kind: 'same' }
}
