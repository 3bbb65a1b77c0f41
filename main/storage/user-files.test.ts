import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
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

describe('what may be read and written', () => {
  it('is what was chosen, by a token that the IPC lets through', async () => {
    const token = await files.grant(path)
    expect(token).toMatch(/^[\w-]{1,64}$/)
    expect([files.pathOf(token), files.nameOf(token)]).toEqual([path, 'net.blockprop'])
    expect(await files.read(token)).toEqual({
      ok: true,
      value: { file: token, name: 'net.blockprop', bytes: new Uint8Array(bytes('as opened')) }
    })
  })

  it.each(['', 'constructor', '__proto__', 'A'.repeat(22)])('is nothing else: %j', async token => {
    expect(await files.read(token)).toMatchObject(refused('not-allowed'))
    expect(await files.write(token, bytes('x'), 'anything')).toMatchObject(refused('not-allowed'))
    expect(await files.isChanged(token)).toBe('unknown')
    expect([files.pathOf(token), files.nameOf(token), files.placeOf(token)]).toEqual([null, null, null])
  })

  it('never the path itself', async () => {
    await files.grant(path)
    expect(await files.read(path)).toMatchObject(refused('not-allowed'))
  })

  it('has one token whatever name it was chosen by, and another in each run', async () => {
    mkdirSync(join(folder, 'sub'))
    symlinkSync(path, join(folder, 'link'))
    const token = await files.grant(path)
    expect(await files.grant(join(folder, 'sub', '..', 'net.blockprop'))).toBe(token)
    expect(await files.grant(join(folder, 'link'))).toBe(token)
    expect(files.nameOf(token)).toBe('link')
    expect(await files.grant(join(folder, 'other'))).not.toBe(token)
    expect(await filesOn(nodeFileSystem).grant(path)).not.toBe(token)
  })

  it('is found by the name that was chosen last, for a link may be gone', async () => {
    symlinkSync(path, join(folder, 'link'))
    const token = await files.grant(join(folder, 'link'))
    rmSync(join(folder, 'link'))
    expect(await files.grant(path)).toBe(token)
    expect(await files.read(token)).toMatchObject({ ok: true })
  })

  it('may be a place that an earlier run has kept, which is not looked at', () => {
    const place = { path: '/nowhere/link', real: '/nowhere/net' }
    const token = files.grantAgain(place)
    expect(files.grantAgain({ ...place, path: '/nowhere/else' })).toBe(token)
    expect(files.placeOf(token)).toEqual(place)
  })

  it('is a file that is not there yet', async () => {
    const token = await files.grant(join(folder, 'new'))
    expect(await files.read(token)).toMatchObject(refused('gone'))
    expect(await files.write(token, bytes('first'), 'known')).toEqual({
      ok: true,
      value: { file: token, name: 'new' }
    })
    expect(await files.grant(join(folder, 'new'))).toBe(token)
  })

  it('is no more than the limit', async () => {
    files = filesOn(nodeFileSystem, 9)
    const token = await opened()
    expect(await files.write(token, bytes('0123456789'), 'known')).toMatchObject(refused('too-large'))
    appendFileSync(path, '!')
    expect(await files.read(token)).toMatchObject(refused('too-large'))
  })
})

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

it('does in turn what concerns one file', async () => {
  const token = await opened()
  const texts = Array.from({ length: 20 }, (_, index) => `text ${index}`)
  const done = await Promise.all([
    ...texts.map(text => files.write(token, bytes(text), 'known')),
    files.read(token)
  ])
  expect(done.every(({ ok }) => ok)).toBe(true)
  expect(content()).toBe('text 19')
  expect(done.at(-1)).toMatchObject({ value: { bytes: new Uint8Array(bytes('text 19')) } })
})
