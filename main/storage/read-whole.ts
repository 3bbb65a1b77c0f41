import { createHash } from 'node:crypto'
import type { FileTrouble } from '../../shared/files/trouble'
import { fail, ok, type Result } from '../../shared/result'
import { strings } from '../../shared/strings/strings'
import type { FileFacts, FileSystem, OpenFile } from './file-system'
import { isUntouched, pieceBytes, withOpen } from './open-file'
import { noFile, tooLargeToRead, troubleOf } from './trouble'

export interface ReadWhole {
  readonly bytes: Uint8Array
  readonly facts: FileFacts
  readonly sha256: string
}

const mostTries = 3

/**
 * All bytes of an ordinary file that has no more than `most`, as they were at one moment: where another program writes
 * it meanwhile, it is read again.
 */
export async function readWhole(
  fs: FileSystem,
  path: string,
  most: number
): Promise<Result<ReadWhole, FileTrouble>> {
  const refusal = (facts: FileFacts) =>
    facts.kind !== 'file' ? noFile(facts) : facts.size > most ? tooLargeToRead(facts.size, most) : null

  try {
    // Devices are not even opened: some do something then.
    const refused = refusal(await fs.stat(path))
    if (refused !== null) return fail(refused)
    return await withOpen(await fs.open(path, 'read'), async file => {
      let before = await file.stat()
      for (let tried = 0; tried < mostTries; tried += 1) {
        const refused = refusal(before)
        if (refused !== null) return fail(refused)
        const read = await readBytes(file, before.size)
        const after = await file.stat()
        if (isUntouched(before, after) && read.bytes.length === after.size)
          return ok({ ...read, facts: after })
        before = after
      }
      return fail({ kind: 'other', message: strings.disk.read.unsettled })
    })
  } catch (error) {
    return fail(troubleOf(error, 'read'))
  }
}

async function readBytes(file: OpenFile, size: number): Promise<{ bytes: Uint8Array; sha256: string }> {
  const bytes = new Uint8Array(size)
  const hash = createHash('sha256')
  let length = 0
  while (length < size) {
    const got = await file.read(bytes.subarray(length, length + pieceBytes), length)
    if (got === 0) break
    hash.update(bytes.subarray(length, length + got))
    length += got
  }
  return { bytes: bytes.subarray(0, length), sha256: hash.digest('hex') }
}
