import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { passingCalls } from './calls'
import { createDisks } from './disks'
import { nodeFileSystem, type FileSystem } from './file-system'
import { systemError } from './system-error'
import { newFolder } from './testing/in-folder'
import { createManualClock } from './testing/manual-clock'
import { createUserFiles, type UserFiles } from './user-files'

const filesOn = (fs: FileSystem, most?: number): UserFiles =>
  createUserFiles({
    disks: createDisks({ fs, clock: createManualClock() }),
    ...(most !== undefined && { most })
  })

let folder: string
let path: string
let files: UserFiles
beforeEach(() => {
  folder = newFolder()
  path = join(folder, 'net.blockprop')
  writeFileSync(path, 'as opened')
  files = filesOn(nodeFileSystem)
})

const bytes = (text: string) => Buffer.from(text)
const content = () => readFileSync(path, 'utf8')
const refused = (kind: string) => ({ ok: false, error: { kind } })
/** A file that was chosen and read. */
async function opened(): Promise<string> {
  const token = await files.grant(path)
  expect(await files.read(token)).toMatchObject({ ok: true })
  return token
}

describe('saving over what is known', () => {
  it('follows what was read and what was written', async () => {
    const token = await opened()
    for (const text of ['one', 'two', 'three'])
      expect(await files.write(token, bytes(text), 'known')).toMatchObject({ ok: true })
    expect(content()).toBe('three')
    expect(readdirSync(folder)).toEqual(['net.blockprop'])
  })

  const changes: readonly (readonly [string, () => void])[] = [
    ['written', () => writeFileSync(path, 'by another')],
    ['written with as many bytes', () => writeFileSync(path, 'As Opened')],
    [
      'written with as many bytes, and its time put back',
      () => {
        utimesSync(path, 1000, 1000)
        writeFileSync(path, 'As Opened')
        utimesSync(path, 1000, 1000)
      }
    ],
    [
      'replaced',
      () => {
        writeFileSync(join(folder, 'other'), 'As Opened')
        renameSync(join(folder, 'other'), path)
      }
    ],
    ['emptied', () => writeFileSync(path, '')]
  ]
  it.each(changes)('stops where another program has %s the file', async (_, change) => {
    utimesSync(path, 1000, 1000)
    const token = await opened()
    change()
    const theirs = content()
    expect(await files.isChanged(token)).toBe('changed')
    expect(await files.write(token, bytes('mine'), 'known')).toMatchObject(refused('changed'))
    expect(content()).toBe(theirs)
    expect(await files.write(token, bytes('mine'), 'anything')).toMatchObject({ ok: true })
    expect(await files.write(token, bytes('mine again'), 'known')).toMatchObject({ ok: true })
    expect(content()).toBe('mine again')
  })

  const touches: readonly (readonly [string, () => void])[] = [
    ['touched', () => utimesSync(path, 1, 1)],
    [
      'replaced by a copy',
      () => {
        copyFileSync(path, join(folder, 'copy'))
        renameSync(join(folder, 'copy'), path)
      }
    ]
  ]
  it.each(touches)('goes on where the file was only %s', async (_, touch) => {
    const token = await opened()
    touch()
    expect(await files.isChanged(token)).toBe('same')
    expect(await files.write(token, bytes('mine'), 'known')).toMatchObject({ ok: true })
  })

  it('stops where the file was not read yet', async () => {
    const token = await files.grant(path)
    expect(await files.write(token, bytes('mine'), 'known')).toMatchObject(refused('changed'))
    expect(content()).toBe('as opened')
  })

  it('stops where the file is gone; saving anew makes it again', async () => {
    const token = await opened()
    rmSync(path)
    expect(await files.isChanged(token)).toBe('gone')
    expect(await files.write(token, bytes('mine'), 'known')).toMatchObject(refused('gone'))
    expect(existsSync(path)).toBe(false)
    expect(await files.write(token, bytes('mine'), 'anything')).toMatchObject({ ok: true })
    expect(await files.isChanged(token)).toBe('same')
  })

  it('stops where the folder is gone; when it is back, all is well', async () => {
    const token = await opened()
    const moved = `${folder}-moved`
    renameSync(folder, moved)
    for (const over of ['known', 'anything'] as const)
      expect(await files.write(token, bytes('mine'), over)).toMatchObject(refused('folder-gone'))
    expect(await files.isChanged(token)).toBe('gone')
    renameSync(moved, folder)
    expect(await files.write(token, bytes('mine'), 'known')).toMatchObject({ ok: true })
  })

  it('stops where another program writes while the new file is made', async () => {
    let times = 0
    files = filesOn(
      passingCalls(nodeFileSystem, async (call, perform) => {
        const result = await perform()
        if (call.name === 'file.write' && (times += 1) === 1) writeFileSync(path, 'theirs')
        return result
      })
    )
    const token = await opened()
    expect(await files.write(token, bytes('mine'), 'known')).toMatchObject(refused('changed'))
    expect(content()).toBe('theirs')
  })

  it('knows what it has written itself, though that was told as failed', async () => {
    let times = 0
    files = filesOn(
      passingCalls(nodeFileSystem, (call, perform) =>
        call.name === 'syncFolder' && (times += 1) === 1 ? Promise.reject(systemError('EIO')) : perform()
      )
    )
    const token = await opened()
    expect(await files.write(token, bytes('mine'), 'known')).toMatchObject(refused('other'))
    expect(content()).toBe('mine')
    expect(await files.write(token, bytes('mine again'), 'known')).toMatchObject({ ok: true })
  })

  it('looks at a file again, not into it, where nobody touched it or its size tells', async () => {
    const calls: string[] = []
    files = filesOn(
      passingCalls(nodeFileSystem, (call, perform) => {
        calls.push(call.name)
        return perform()
      })
    )
    const token = await opened()
    await files.write(token, bytes('mine'), 'known')
    calls.length = 0
    expect(await files.isChanged(token)).toBe('same')
    appendFileSync(path, ' and theirs')
    expect(await files.isChanged(token)).toBe('changed')
    expect(calls).toEqual(['stat', 'stat'])
  })

  it('follows a link that leads elsewhere now, and stops at what is there', async () => {
    symlinkSync(path, join(folder, 'link'))
    const token = await files.grant(join(folder, 'link'))
    await files.read(token)
    writeFileSync(join(folder, 'other'), 'never seen')
    rmSync(join(folder, 'link'))
    symlinkSync(join(folder, 'other'), join(folder, 'link'))
    expect(await files.write(token, bytes('mine'), 'known')).toMatchObject(refused('changed'))
  })
})
