import { getSystemErrorMap } from 'node:util'
import type { FileTrouble } from '../../shared/files/trouble'
import { fail, ok, type Result } from '../../shared/result'
import { bytesText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import type { FileFacts } from './file-system'
import { codeOf } from './system-error'

export type Doing = 'read' | 'write'

const words = strings.disk

/** What the codes of the system mean when a file is read. */
const reading: Readonly<Record<string, FileTrouble>> = {
  ENOENT: { kind: 'gone', message: words.read.gone },
  ENOTDIR: { kind: 'gone', message: words.read.gone },
  EACCES: { kind: 'not-allowed', message: words.read.notAllowed },
  EPERM: { kind: 'not-allowed', message: words.read.notAllowed }
}

/** When one is written, what is not there is its folder: the file itself need not be. */
const writing: Readonly<Record<string, FileTrouble>> = {
  ENOENT: { kind: 'folder-gone', message: words.write.folderGone },
  ENOTDIR: { kind: 'folder-gone', message: words.write.folderGone },
  EACCES: { kind: 'read-only', message: words.write.readOnly },
  EPERM: { kind: 'read-only', message: words.write.readOnly },
  EROFS: { kind: 'read-only', message: words.write.readOnly },
  ENOSPC: { kind: 'disk-full', message: words.write.full },
  EDQUOT: { kind: 'disk-full', message: words.write.full },
  EFBIG: { kind: 'too-large', message: words.write.tooLargeHere },
  ENAMETOOLONG: { kind: 'other', message: words.write.nameTooLong }
}

export const hanging: FileTrouble = { kind: 'hanging', message: words.hanging }
/** A token that nobody was given. */
export const notChosen: FileTrouble = { kind: 'not-allowed', message: words.notChosen }
/** Another program came first. */
export const changed: FileTrouble = { kind: 'changed', message: words.write.changed }
export const gone: FileTrouble = { kind: 'gone', message: words.write.gone }
const inUse: FileTrouble = { kind: 'other', message: words.inUse }
const tooManyOpen: FileTrouble = { kind: 'other', message: words.tooManyOpen }

const both: Readonly<Record<string, FileTrouble>> = {
  ETIMEDOUT: hanging,
  EHOSTDOWN: hanging,
  EHOSTUNREACH: hanging,
  ENETDOWN: hanging,
  ENETUNREACH: hanging,
  ENOTCONN: hanging,
  EBUSY: inUse,
  ETXTBSY: inUse,
  EMFILE: tooManyOpen,
  ENFILE: tooManyOpen,
  EISDIR: { kind: 'other', message: words.folder },
  ELOOP: { kind: 'other', message: words.links }
}

export function tooLargeToRead(size: number, most: number): FileTrouble {
  return {
    kind: 'too-large',
    message: words.read.tooLarge(bytesText(size, 'decimal'), bytesText(most, 'decimal'))
  }
}

export function tooLargeToWrite(size: number, most: number): FileTrouble {
  return {
    kind: 'too-large',
    message: words.write.tooLarge(bytesText(size, 'decimal'), bytesText(most, 'decimal'))
  }
}

/** What is read and written are ordinary files. */
export function noFile({ kind }: FileFacts): FileTrouble {
  return { kind: 'other', message: kind === 'folder' ? words.folder : words.noFile }
}

/** A failure of the file system in words. Any other error is a bug, and is thrown on. */
export function troubleOf(error: unknown, doing: Doing): FileTrouble {
  const code = codeOf(error)
  if (code === null) throw error
  const known = (doing === 'read' ? reading : writing)[code] ?? both[code]
  return known ?? { kind: 'other', message: words.said(wordsOf(code), code) }
}

/** What an expected failure of the file system comes to. */
export async function settled<T>(asked: Promise<T>, doing: Doing): Promise<Result<T, FileTrouble>> {
  try {
    return ok(await asked)
  } catch (error) {
    return fail(troubleOf(error, doing))
  }
}

/** Never the message of the error: there are paths in it. */
function wordsOf(code: string): string {
  for (const [name, meaning] of getSystemErrorMap().values()) if (name === code) return meaning
  return 'unknown error'
}
