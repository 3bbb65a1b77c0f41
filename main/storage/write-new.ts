import { createHash } from 'node:crypto'
import type { FileFacts, FileSystem, OpenFile } from './file-system'
import { pieceBytes, withOpen } from './open-file'
import { hasCode, systemError } from './system-error'

/** What is on the disk after a file was written. */
export interface Written {
  readonly facts: FileFacts
  readonly sha256: string
}

/** No sync has much to do, so that a disk that hangs can be told from one that is slow. */
const bytesBetweenSyncs = 16 * pieceBytes

/**
 * Writes a file that is not there yet, and has it on the disk. It is to take the place of `old`, if there is one, and
 * gets its permissions.
 */
export async function writeNew(
  fs: FileSystem,
  temporary: string,
  bytes: Uint8Array,
  old: FileFacts | null,
  platform: NodeJS.Platform = process.platform
): Promise<Written> {
  // Where the old one is secret, the new one is from its first byte.
  return withOpen(await fs.open(temporary, 'create', old === null ? 0o666 : 0o600), async file => {
    const sha256 = await writeAll(file, bytes)
    if (old !== null && platform !== 'win32') await keepPermissions(file, old)
    await file.sync()
    return { facts: await file.stat(), sha256 }
  })
}

async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  let unsynced = 0
  for (let at = 0; at < bytes.length;) {
    const taken = await file.write(bytes.subarray(at, at + pieceBytes))
    if (taken === 0) throw systemError('EIO')
    hash.update(bytes.subarray(at, at + taken))
    at += taken
    unsynced += taken
    if (unsynced >= bytesBetweenSyncs) {
      await file.sync()
      unsynced = 0
    }
  }
  return hash.digest('hex')
}

/** Nobody may read or write the new one who might not the old: where the group is another, it gets what all get. */
async function keepPermissions(file: OpenFile, old: FileFacts): Promise<void> {
  const made = await file.stat()
  let { mode } = old
  const isSameOwner = made.owner === old.owner && made.group === old.group
  if (!isSameOwner && !(await isAllowed(file.chown(old.owner, old.group)))) {
    mode &= 0o777
    const isSameGroup = made.group === old.group || (await isAllowed(file.chown(made.owner, old.group)))
    if (!isSameGroup) mode = (mode & 0o707) | ((mode & 0o007) << 3)
  }
  await isAllowed(file.chmod(mode))
}

/** Whether the system did it: only it may give files away, and disks without permissions refuse to set any. */
async function isAllowed(changing: Promise<void>): Promise<boolean> {
  try {
    await changing
    return true
  } catch (error) {
    if (hasCode(error, ['EPERM', 'EACCES', 'EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'])) return false
    throw error
  }
}
