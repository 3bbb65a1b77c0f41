import { randomBytes } from 'node:crypto'
import { basename, resolve } from 'node:path'
import { limits } from '../../shared/document/limits'
import type { FileTrouble } from '../../shared/files/trouble'
import { fail, ok, type Result } from '../../shared/result'
import type { Disks } from './disks'
import { notChosen, tooLargeToWrite } from './trouble'
import { createTurns, type Turns } from './turns'
import { writeAtomically } from './write-atomically'
import { writeFolder, type FolderFile } from './write-folder'

/**
 * Places that the person has chosen for something to be taken away. One is good for one thing: it is forgotten when
 * that is written, and can be tried again until then.
 */
export interface UserExports {
  /** The place of a file. What is there already is overwritten: the dialog has asked. */
  grantFile(path: string): string
  /** A folder that new folders may be made in. */
  grantFolder(path: string): string
  writeFile(place: string, bytes: Uint8Array): Promise<Result<{ readonly name: string }, FileTrouble>>
  /** Gives the name that the folder got. */
  writeFolder(
    place: string,
    name: string,
    files: readonly FolderFile[]
  ): Promise<Result<{ readonly name: string }, FileTrouble>>
}

interface Place {
  readonly path: string
  readonly turns: Turns
}

export function createUserExports({ disks }: { readonly disks: Disks }): UserExports {
  const fileAt = new Map<string, Place>()
  const folderAt = new Map<string, Place>()

  const grant = (places: Map<string, Place>, path: string): string => {
    const token = randomBytes(16).toString('base64url')
    places.set(token, { path: resolve(path), turns: createTurns(disks) })
    return token
  }

  return {
    grantFile: path => grant(fileAt, path),
    grantFolder: path => grant(folderAt, path),

    writeFile: async (place, bytes) => {
      const chosen = fileAt.get(place)
      if (chosen === undefined) return fail(notChosen)
      if (bytes.length > limits.fileBytes) return fail(tooLargeToWrite(bytes.length, limits.fileBytes))
      const written = await chosen.turns.take(fs =>
        writeAtomically(fs, chosen.path, bytes, { clock: disks.clock })
      )
      if (!written.ok) return written
      fileAt.delete(place)
      return ok({ name: basename(chosen.path) })
    },

    writeFolder: async (place, name, files) => {
      const chosen = folderAt.get(place)
      if (chosen === undefined) return fail(notChosen)
      const written = await chosen.turns.take(fs => writeFolder(fs, disks.clock, chosen.path, name, files))
      if (written.ok) folderAt.delete(place)
      return written
    }
  }
}
