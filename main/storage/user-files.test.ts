import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createDisks } from './disks'
import { nodeFileSystem, type FileSystem } from './file-system'
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

  it('may be overwritten where it is still what an earlier run knew of it', async () => {
    const sum = files.sha256Of(await opened()) ?? ''
    expect(sum).toMatch(/^[0-9a-f]{64}$/)
    const later = filesOn(nodeFileSystem)
    const token = await later.grant(path, sum)
    expect(await later.write(token, bytes('as recovered'), 'known')).toMatchObject({ ok: true })

    const latest = filesOn(nodeFileSystem)
    expect(await latest.write(await latest.grant(path, sum), bytes('x'), 'known')).toMatchObject(
      refused('changed')
    )
    rmSync(path)
    const gone = filesOn(nodeFileSystem)
    expect(await gone.write(await gone.grant(path, sum), bytes('x'), 'known')).toMatchObject(refused('gone'))
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
