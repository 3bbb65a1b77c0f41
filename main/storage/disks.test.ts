import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createDisks, type Disks } from './disks'
import { nodeFileSystem } from './file-system'
import { createGatedFileSystem, type GatedFileSystem } from './testing/gated-file-system'
import { newFolder } from './testing/in-folder'
import { createManualClock, type ManualClock } from './testing/manual-clock'
import { hanging } from './trouble'
import { createUserFiles, type UserFiles } from './user-files'

const bytes = (text: string) => Buffer.from(text)
const hangs = { ok: false, error: hanging }
const seconds = 1000

let folder: string
let disk: GatedFileSystem
let clock: ManualClock
let disks: Disks
let files: UserFiles
beforeEach(() => {
  folder = newFolder()
  disk = createGatedFileSystem(nodeFileSystem)
  clock = createManualClock()
  disks = createDisks({ fs: disk.fs, clock })
  files = createUserFiles({ disks })
})

const at = (name: string) => join(folder, name)
const content = (name: string) => readFileSync(at(name), 'utf8')

/** A file that was opened, of which the disk then hangs at this call. */
async function opened(name: string): Promise<string> {
  writeFileSync(at(name), 'as opened')
  const token = await files.grant(at(name))
  expect(await files.read(token)).toMatchObject({ ok: true })
  return token
}

describe('a disk that hangs', () => {
  it('is told after ten seconds, not before', async () => {
    const token = await opened('a')
    const held = disk.hold('stat')
    const answered = vi.fn()
    const answer = files.read(token).then(answered)
    await held.reached
    clock.pass(9.9 * seconds)
    // Another file is read meanwhile, so whatever was to be told would have been.
    await opened('b')
    expect(answered).not.toHaveBeenCalled()
    clock.pass(0.1 * seconds)
    await answer
    expect(answered).toHaveBeenCalledWith(hangs)
  })

  it('is told at once when it is asked again, and of what waited', async () => {
    const token = await opened('a')
    const held = disk.hold('stat')
    const first = files.read(token)
    const second = files.write(token, bytes('mine'), 'known')
    await held.reached
    clock.pass(10 * seconds)
    expect(await first).toEqual(hangs)
    expect(await second).toEqual(hangs)
    expect(await files.read(token)).toEqual(hangs)
    expect(await files.write(token, bytes('mine'), 'anything')).toEqual(hangs)
    expect(await files.isChanged(token)).toBe('unknown')
  })

  it('stops nothing elsewhere', async () => {
    const [token, other] = [await opened('a'), await opened('b')]
    const held = disk.hold('file.sync')
    const answer = files.write(token, bytes('mine'), 'known')
    await held.reached
    expect(await files.write(other, bytes('mine'), 'known')).toMatchObject({ ok: true })
    clock.pass(10 * seconds)
    expect(await answer).toEqual(hangs)
    expect(await files.write(other, bytes('mine again'), 'known')).toMatchObject({ ok: true })
    held.release()
    await vi.waitFor(async () => expect(await files.isChanged(token)).toBe('same'))
  })

  it('counts each call by itself: one that is only slow is waited for', async () => {
    const token = await opened('a')
    const holds = (['stat', 'open', 'file.write', 'file.sync', 'rename'] as const).map(name =>
      disk.hold(name)
    )
    const answer = files.write(token, bytes('mine'), 'known')
    for (const held of holds) {
      await held.reached
      clock.pass(9 * seconds)
      held.release()
    }
    expect(await answer).toMatchObject({ ok: true })
  })

  it('makes a token all the same, by the path', async () => {
    writeFileSync(at('a'), 'content')
    const held = disk.hold('realpath')
    const granting = files.grant(at('a'))
    await held.reached
    clock.pass(10 * seconds)
    const token = await granting
    expect(files.pathOf(token)).toBe(at('a'))
    expect(await files.read(token)).toEqual(hangs)
    held.release()
    await vi.waitFor(async () => expect(await files.read(token)).toMatchObject({ ok: true }))
  })
})

describe('a disk that comes back', () => {
  /** Each call of a save, in its order, and what is there after the save was told as hanging. */
  const calls = [
    ['realpath', 'as opened'],
    ['stat', 'as opened'],
    ['checkWritable', 'as opened'],
    ['readdir', 'as opened'],
    ['open', 'as opened'],
    ['file.write', 'as opened'],
    ['file.sync', 'as opened'],
    ['file.close', 'as opened'],
    // It can't be taken back: the disk does it when it can.
    ['rename', 'mine'],
    ['syncFolder', 'mine']
  ] as const
  it.each(calls)(
    'after it hung in %s does no more than that, and the next save works',
    async (name, left) => {
      const token = await opened('a')
      const held = disk.hold(name)
      const answer = files.write(token, bytes('mine'), 'known')
      await held.reached
      clock.pass(10 * seconds)
      expect(await answer).toEqual(hangs)
      held.release()
      await vi.waitFor(async () => expect(await files.isChanged(token)).toBe('same'))
      expect(content('a')).toBe(left)
      expect(readdirSync(folder)).toEqual(['a'])
      expect(await files.write(token, bytes('mine again'), 'known')).toMatchObject({ ok: true })
      expect(content('a')).toBe('mine again')
    }
  )

  it('does not undo what another program has written meanwhile', async () => {
    const token = await opened('a')
    const held = disk.hold('file.sync')
    const answer = files.write(token, bytes('mine'), 'known')
    await held.reached
    clock.pass(10 * seconds)
    expect(await answer).toEqual(hangs)
    writeFileSync(at('a'), 'theirs')
    held.release()
    await vi.waitFor(async () => expect(await files.isChanged(token)).toBe('changed'))
    expect(content('a')).toBe('theirs')
    expect(await files.write(token, bytes('mine'), 'known')).toMatchObject({ error: { kind: 'changed' } })
  })

  it('does not let a save replace what nobody has seen', async () => {
    const token = await opened('a')
    writeFileSync(at('a'), 'theirs')
    const held = disk.hold('file.close')
    const answer = files.read(token)
    await held.reached
    clock.pass(10 * seconds)
    expect(await answer).toEqual(hangs)
    held.release()
    await vi.waitFor(async () => expect(await files.isChanged(token)).toBe('changed'))
    expect(await files.write(token, bytes('mine'), 'known')).toMatchObject({ error: { kind: 'changed' } })
  })

  it('closes what it has opened', async () => {
    const token = await opened('a')
    const held = disk.hold('open')
    const closed = disk.hold('file.close')
    const answer = files.read(token)
    await held.reached
    clock.pass(10 * seconds)
    expect(await answer).toEqual(hangs)
    held.release()
    await closed.reached
    closed.release()
  })
})

describe('threads', () => {
  /** So many files whose disks hang. */
  async function hang(count: number): Promise<readonly { release(): void }[]> {
    const names = Array.from({ length: count }, (_, index) => `hangs-${index}`)
    const tokens = await Promise.all(names.map(opened))
    const holds = names.map(name => disk.hold('stat', name))
    const answers = tokens.map(token => files.read(token))
    await Promise.all(holds.map(({ reached }) => reached))
    clock.pass(10 * seconds)
    expect(await Promise.all(answers)).toEqual(names.map(() => hangs))
    return holds
  }

  it('are left to others while some calls hang', async () => {
    const token = await opened('a')
    await hang(2)
    expect(await files.write(token, bytes('mine'), 'known')).toMatchObject({ ok: true })
  })

  it('are not all given to calls that hang: then the rest is told so at once', async () => {
    const [token, waiting] = [await opened('a'), await opened('b')]
    const holds = await hang(3)
    expect(await files.read(token)).toEqual(hangs)
    expect(await files.write(waiting, bytes('mine'), 'known')).toEqual(hangs)
    for (const held of holds) held.release()
    await vi.waitFor(async () => expect(await files.read(token)).toMatchObject({ ok: true }))
    expect(await files.write(waiting, bytes('mine'), 'known')).toMatchObject({ ok: true })
  })

  it('are waited for while calls are only slow', async () => {
    const names = ['a', 'b', 'c', 'd']
    const tokens = await Promise.all(names.map(opened))
    const holds = names.map(name => disk.hold('stat', name))
    const answers = tokens.map(token => files.read(token))
    await Promise.all(holds.slice(0, 3).map(({ reached }) => reached))
    for (const held of holds) held.release()
    for (const answer of answers) expect(await answer).toMatchObject({ ok: true })
  })

  it('never are more than they may be', async () => {
    let [held, most] = [0, 0]
    const counting = createDisks({
      fs: {
        ...nodeFileSystem,
        stat: async path => {
          held += 1
          most = Math.max(most, held)
          const facts = await nodeFileSystem.stat(path)
          held -= 1
          return facts
        }
      },
      clock,
      threads: 2
    })
    const asked = Array.from(
      { length: 20 },
      () => counting.begin(async fs => ({ ok: true, value: await fs.stat(folder) })).answer
    )
    expect(await Promise.all(asked)).toHaveLength(20)
    expect(most).toBe(2)
  })
})
