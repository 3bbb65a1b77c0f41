import { basename, dirname, join } from 'node:path'
import type { FileTrouble } from '../../shared/files/trouble'
import { ok, type Result } from '../../shared/result'
import type { Disks } from './disks'
import type { FileSystem } from './file-system'
import { readOwnContent, type OwnContent, type OwnRecord } from './own-content'
import { hasCode, whereThereIs } from './system-error'
import { settled } from './trouble'
import { createTurns } from './turns'
import { writeAtomically } from './write-atomically'

/** A small file that the app keeps for itself, in the folder that the system gives it for that. */
export interface OwnFileOptions {
  readonly disks: Disks
  readonly path: string
  readonly version: number
  /** More bytes than this are damage. */
  readonly mostBytes: number
  /** What is to be written, without the version; asked when it is. */
  readonly content: () => OwnRecord
  /** For the log: nobody asked for this write. It is tried again with the next change. */
  readonly onTrouble: (trouble: FileTrouble) => void
}

export interface OwnFile {
  readonly found: Found
  /** The content is another now: it is written soon, several changes at once. */
  changed(): void
  /** Writes now what was not written yet; for when the app quits. */
  flush(): Promise<Result<null, FileTrouble>>
}

/**
 * What was there when it was opened. What can't be used whole is put aside, as `keptAs`, before something else takes
 * its place; not earlier, so that what could not be read this once is there the next time.
 */
export type Found =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'known'; readonly content: OwnRecord }
  | { readonly kind: 'newer'; readonly content: OwnRecord; readonly keptAs: string }
  /** Or it could not be read. */
  | { readonly kind: 'damaged'; readonly keptAs: string }

const delay = 300

export function openOwnFile({
  disks,
  path,
  version,
  mostBytes,
  content,
  onTrouble
}: OwnFileOptions): OwnFile {
  const found = find(disks, path, version, mostBytes)
  const turns = createTurns(disks)
  let toPutAside = 'keptAs' in found ? found.keptAs : null
  let isDirty = false
  let stopTimer: (() => void) | null = null

  const write = (): Promise<Result<null, FileTrouble>> =>
    turns.take(async fs => {
      if (!isDirty) return ok(null)
      const aside = await settled(putAside(fs), 'write')
      if (!aside.ok) return aside
      isDirty = false
      const text = `${JSON.stringify({ version, ...content() }, null, 2)}\n`
      const written = await writeAtomically(fs, path, new TextEncoder().encode(text), { clock: disks.clock })
      if (!written.ok) isDirty = true
      return written.ok ? ok(null) : written
    })

  const putAside = async (fs: FileSystem): Promise<void> => {
    if (toPutAside === null) return
    await whereThereIs(fs.rename(path, join(dirname(path), toPutAside)))
    toPutAside = null
  }

  const flush = async (): Promise<Result<null, FileTrouble>> => {
    stopTimer?.()
    stopTimer = null
    const done = await write()
    if (!done.ok) onTrouble(done.error)
    return done
  }

  return {
    found,
    changed: () => {
      isDirty = true
      stopTimer ??= disks.clock.after(delay, () => void flush())
    },
    flush
  }
}

function find(disks: Disks, path: string, version: number, mostBytes: number): Found {
  const keptAs = (why: string) =>
    `${basename(path)}.${why}-${new Date(disks.clock.now()).toISOString().replace(/\W/g, '')}`
  let read: OwnContent
  try {
    read = readOwnContent(disks.readAtOnce(path, mostBytes), version)
  } catch (error) {
    if (hasCode(error, ['ENOENT'])) return { kind: 'nothing' }
    read = { kind: 'damaged' }
  }
  switch (read.kind) {
    case 'known':
      return { kind: 'known', content: read.content }
    case 'newer':
      return { kind: 'newer', content: read.content, keptAs: keptAs(`version-${read.version}`) }
    case 'damaged':
      return { kind: 'damaged', keptAs: keptAs('damaged') }
  }
}
