import type { FileSystem, OpenFile } from './file-system'

/** One call to the file system: what, and of which path. */
export interface Call {
  readonly name: Exclude<keyof FileSystem, 'readAtOnce'> | `file.${keyof OpenFile}`
  readonly path: string
}

/** The same file system, of which every call goes through `pass`, which may delay it, refuse it or spoil it. */
export function passingCalls(
  fs: FileSystem,
  pass: <T>(call: Call, perform: () => Promise<T>) => Promise<T>
): FileSystem {
  const file = (path: string, opened: OpenFile): OpenFile => ({
    read: (into, position) => pass({ name: 'file.read', path }, () => opened.read(into, position)),
    write: bytes => pass({ name: 'file.write', path }, () => opened.write(bytes)),
    stat: () => pass({ name: 'file.stat', path }, () => opened.stat()),
    chmod: mode => pass({ name: 'file.chmod', path }, () => opened.chmod(mode)),
    chown: (owner, group) => pass({ name: 'file.chown', path }, () => opened.chown(owner, group)),
    sync: () => pass({ name: 'file.sync', path }, () => opened.sync()),
    close: () => pass({ name: 'file.close', path }, () => opened.close())
  })
  return {
    open: async (path, how, mode) =>
      file(path, await pass({ name: 'open', path }, () => fs.open(path, how, mode))),
    stat: path => pass({ name: 'stat', path }, () => fs.stat(path)),
    lstat: path => pass({ name: 'lstat', path }, () => fs.lstat(path)),
    realpath: path => pass({ name: 'realpath', path }, () => fs.realpath(path)),
    readlink: path => pass({ name: 'readlink', path }, () => fs.readlink(path)),
    checkWritable: path => pass({ name: 'checkWritable', path }, () => fs.checkWritable(path)),
    rename: (from, to) => pass({ name: 'rename', path: from }, () => fs.rename(from, to)),
    unlink: path => pass({ name: 'unlink', path }, () => fs.unlink(path)),
    mkdir: path => pass({ name: 'mkdir', path }, () => fs.mkdir(path)),
    rmdir: path => pass({ name: 'rmdir', path }, () => fs.rmdir(path)),
    readdir: path => pass({ name: 'readdir', path }, () => fs.readdir(path)),
    syncFolder: path => pass({ name: 'syncFolder', path }, () => fs.syncFolder(path)),
    readAtOnce: (path, most) => fs.readAtOnce(path, most)
  }
}
