import { randomBytes } from 'node:crypto'
import { basename, resolve } from 'node:path'
import { limits } from '../../shared/document/limits'
import type { FileTrouble } from '../../shared/files/trouble'
import type { ReadFile, WrittenFile } from '../../shared/ipc/answers'
import { fail, ok, type Result } from '../../shared/result'
import type { Disks } from './disks'
import type { FileSystem } from './file-system'
import { changeOf, whyNotReplace, type Change, type Knowledge } from './known-file'
import { readWhole } from './read-whole'
import { notChosen, settled, tooLargeToWrite } from './trouble'
import { createTurns, type Turns } from './turns'
import { whereItLies } from './where-it-lies'
import { writeAtomically } from './write-atomically'

/** A file by the name that the person chose it by, and where that really leads. */
export interface FilePlace {
  readonly path: string
  readonly real: string
}

/** `known`: only what was last read or written here may be overwritten; `anything`: the person has said so. */
export type Over = 'known' | 'anything'

/**
 * The files of the person. Windows know them by tokens; who has none can neither read nor write anything. All that
 * concerns one file is done in turn.
 */
export interface UserFiles {
  /**
   * The token of a file that the person has chosen, in a dialog, by a drop or a double click; it need not exist. One
   * file has one token for as long as the app runs, whatever name it was chosen by. Never fails: what is wrong with
   * the file is told when it is read or written. `sha256`: what an earlier run has last read or written there, which
   * may be overwritten unasked as long as it is still that.
   */
  grant(path: string, sha256?: string | null): Promise<string>
  /** The same for a place that was kept from an earlier run, without a look at the disk. */
  grantAgain(place: FilePlace): string
  /** `null` for a token that was not given. */
  placeOf(token: string): FilePlace | null
  pathOf(token: string): string | null
  nameOf(token: string): string | null
  /** Of the bytes that were last read or written here. */
  sha256Of(token: string): string | null
  /** All of an ordinary file, bounded by `limits.fileBytes`. */
  read(token: string): Promise<Result<ReadFile, FileTrouble>>
  /** Whole or not at all. The bytes must stay as they are until it is done. */
  write(token: string, bytes: Uint8Array, over: Over): Promise<Result<WrittenFile, FileTrouble>>
  /** To be asked when a window is looked at again: whether another program has written the file meanwhile. */
  isChanged(token: string): Promise<Change>
}

interface Granted extends Knowledge {
  readonly token: string
  readonly real: string
  readonly turns: Turns
  /** The name by which it was chosen last: an earlier one may be a link that is gone. */
  path: string
}

export interface UserFilesOptions {
  readonly disks: Disks
  readonly most?: number
}

export function createUserFiles({ disks, most = limits.fileBytes }: UserFilesOptions): UserFiles {
  const byToken = new Map<string, Granted>()
  const byPlace = new Map<string, Granted>()

  const remember = ({ path, real }: FilePlace): Granted => {
    const known = byPlace.get(real)
    if (known !== undefined) return known
    const token = randomBytes(16).toString('base64url')
    const granted = { token, real, path, turns: createTurns(disks), known: null, tried: null }
    byToken.set(token, granted)
    byPlace.set(real, granted)
    return granted
  }

  const written = ({ token, path }: Granted): WrittenFile => ({ file: token, name: basename(path) })

  return {
    grant: async (path, sha256 = null) => {
      const chosen = resolve(path)
      const asked = disks.begin(fs => settled(whereItLies(fs, chosen), 'read'))
      const real = await asked.answer
      const granted = remember({ path: chosen, real: real.ok ? real.value : chosen })
      granted.path = chosen
      if (sha256 !== null) granted.known ??= { facts: null, sha256 }
      if (asked.isLate()) granted.turns.waitFor(asked)
      return granted.token
    },

    grantAgain: place => remember(place).token,

    placeOf: token => {
      const granted = byToken.get(token)
      return granted === undefined ? null : { path: granted.path, real: granted.real }
    },
    pathOf: token => byToken.get(token)?.path ?? null,
    nameOf: token => {
      const granted = byToken.get(token)
      return granted === undefined ? null : basename(granted.path)
    },

    sha256Of: token => byToken.get(token)?.known?.sha256 ?? null,

    read: async token => {
      const granted = byToken.get(token)
      if (granted === undefined) return fail(notChosen)
      return granted.turns.take(async (fs, isLate) => {
        const read = await readWhole(fs, granted.path, most)
        if (!read.ok) return read
        const { bytes, ...content } = read.value
        // What comes late nobody has seen: saving over it must not count as saving over what is known.
        if (!isLate()) {
          granted.known = content
          granted.tried = null
        }
        return ok({ ...written(granted), bytes })
      })
    },

    write: async (token, bytes, over) => {
      const granted = byToken.get(token)
      if (granted === undefined) return fail(notChosen)
      if (bytes.length > most) return fail(tooLargeToWrite(bytes.length, most))
      const mayReplace = async (fs: FileSystem, real: string) =>
        over === 'known' ? whyNotReplace(fs, real, granted) : null
      return granted.turns.take(async fs => {
        const real = await settled(whereItLies(fs, granted.path), 'write')
        if (!real.ok) return real
        const early = await settled(mayReplace(fs, real.value), 'write')
        if (!early.ok) return early
        if (early.value !== null) return fail(early.value)
        const done = await writeAtomically(fs, granted.path, bytes, {
          clock: disks.clock,
          // Asked again: what is large takes long to write, and another program may have come first.
          mayReplace: async (real, content) => {
            const trouble = await mayReplace(fs, real)
            if (trouble === null) granted.tried = content
            return trouble
          }
        })
        if (!done.ok) return done
        granted.known = done.value
        granted.tried = null
        return ok(written(granted))
      })
    },

    isChanged: async token => {
      const granted = byToken.get(token)
      if (granted === undefined || granted.known === null) return 'unknown'
      const asked = await granted.turns.take(async fs => ok(await changeOf(fs, granted.path, granted)))
      return asked.ok ? asked.value : 'unknown'
    }
  }
}
