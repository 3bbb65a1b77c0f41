import node, { type BigIntStats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { hasCode, systemError } from './system-error'

/** What is known of a file without reading it. Times are in nanoseconds since 1970. */
export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'link' | 'other'
  /** The disk and the place on it: the same file has the same two for as long as it exists. */
  readonly device: bigint
  readonly inode: bigint
  readonly size: number
  readonly modified: bigint
  /** When anything about it was changed, its permissions too. */
  readonly changed: bigint
  /** Permissions alone: 0o644. */
  readonly mode: number
  readonly owner: number
  readonly group: number
}

/**
 * `read` never waits for somebody to write, as a pipe would. `create` fails where something of that name is, a dangling
 * link too.
 */
export type Opening = 'read' | 'create'

/** A file that is open. Whoever opened it closes it, whatever happens. */
export interface OpenFile {
  /** Reads to the beginning of `into`; gives how many bytes it got, and 0 at the end of the file. */
  read(into: Uint8Array, position: number): Promise<number>
  /** Gives how many bytes of the beginning of `bytes` were taken, which may be fewer than all. */
  write(bytes: Uint8Array): Promise<number>
  stat(): Promise<FileFacts>
  chmod(mode: number): Promise<void>
  chown(owner: number, group: number): Promise<void>
  /** What was written is on the disk when this is done. */
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * All that the app does with disks. Everything else takes it as an argument, so that tests can make each call fail.
 * Failures are the system's errors, thrown as they are (`code`: ENOENT …).
 */
export interface FileSystem {
  open(path: string, how: Opening, mode?: number): Promise<OpenFile>
  stat(path: string): Promise<FileFacts>
  /** Of a link itself, not of what it leads to. */
  lstat(path: string): Promise<FileFacts>
  realpath(path: string): Promise<string>
  readlink(path: string): Promise<string>
  /** Fails where the file may not be written to. */
  checkWritable(path: string): Promise<void>
  /** Takes the place of a file that has the new name already. */
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  mkdir(path: string): Promise<void>
  rmdir(path: string): Promise<void>
  readdir(path: string): Promise<readonly string[]>
  /** Names given and taken in this folder are on the disk when this is done; does nothing where that can't be asked. */
  syncFolder(path: string): Promise<void>
  /** For what the app must know before it does anything else. Fails with EFBIG where there are more bytes than `most`. */
  readAtOnce(path: string, most: number): Uint8Array
}

/** Codes by which a file system says that it knows no such thing: FAT has no permissions, some networks no sync. */
const unsupported = ['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']

const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL } = node.constants
// Windows has no such flag, nor pipes in folders.
const withoutWaiting = process.platform === 'win32' ? 0 : node.constants.O_NONBLOCK
const flags = { read: O_RDONLY | withoutWaiting, create: O_WRONLY | O_CREAT | O_EXCL } as const

/**
 * The disks of this machine, by Node's `fs`, or by Electron's `original-fs`: its `fs` takes a folder whose name ends in
 * `.asar` for an archive.
 */
export function fileSystemOn(fs: typeof node): FileSystem {
  const { promises } = fs
  return {
    open: async (path, how, mode) => openFile(await promises.open(path, flags[how], mode)),
    stat: async path => factsOf(await promises.stat(path, { bigint: true })),
    lstat: async path => factsOf(await promises.lstat(path, { bigint: true })),
    realpath: path => promises.realpath(path),
    readlink: path => promises.readlink(path),
    checkWritable: path => promises.access(path, node.constants.W_OK),
    rename: (from, to) => promises.rename(from, to),
    unlink: path => promises.unlink(path),
    mkdir: path => promises.mkdir(path),
    rmdir: path => promises.rmdir(path),
    readdir: path => promises.readdir(path),
    syncFolder: path => syncFolder(fs, path),
    readAtOnce: (path, most) => readAtOnce(fs, path, most)
  }
}

export const nodeFileSystem = fileSystemOn(node)

function openFile(handle: FileHandle): OpenFile {
  return {
    read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
    write: async bytes => (await handle.write(bytes)).bytesWritten,
    stat: async () => factsOf(await handle.stat({ bigint: true })),
    chmod: mode => handle.chmod(mode),
    chown: (owner, group) => handle.chown(owner, group),
    sync: () => whereSupported(handle.sync()),
    close: () => handle.close()
  }
}

async function syncFolder({ promises }: typeof node, path: string): Promise<void> {
  if (process.platform === 'win32') return
  let handle: FileHandle
  try {
    handle = await promises.open(path, O_RDONLY)
  } catch (error) {
    // One may write in a folder without being let read it.
    if (hasCode(error, ['EACCES', 'EPERM'])) return
    throw error
  }
  try {
    await whereSupported(handle.sync())
  } finally {
    await handle.close()
  }
}

async function whereSupported(syncing: Promise<void>): Promise<void> {
  try {
    await syncing
  } catch (error) {
    if (!hasCode(error, unsupported)) throw error
  }
}

function readAtOnce(fs: typeof node, path: string, most: number): Uint8Array {
  const descriptor = fs.openSync(path, flags.read)
  try {
    const { size } = fs.fstatSync(descriptor)
    if (size > most) throw systemError('EFBIG')
    const bytes = new Uint8Array(size)
    let length = 0
    while (length < bytes.length) {
      const got = fs.readSync(descriptor, bytes, length, bytes.length - length, length)
      if (got === 0) break
      length += got
    }
    return bytes.subarray(0, length)
  } finally {
    fs.closeSync(descriptor)
  }
}

function factsOf(stats: BigIntStats): FileFacts {
  return {
    kind: stats.isFile()
      ? 'file'
      : stats.isDirectory()
        ? 'folder'
        : stats.isSymbolicLink()
          ? 'link'
          : 'other',
    device: stats.dev,
    inode: stats.ino,
    size: Number(stats.size),
    modified: stats.mtimeNs,
    changed: stats.ctimeNs,
    mode: Number(stats.mode) & 0o7777,
    owner: Number(stats.uid),
    group: Number(stats.gid)
  }
}
