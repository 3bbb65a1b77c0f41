import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { passingCalls } from './calls'
import { nodeFileSystem, type FileSystem } from './file-system'
import { systemError } from './system-error'
import { failing } from './testing/failing-file-system'
import { newFolder } from './testing/in-folder'
import { changed } from './trouble'
import { writeAtomically } from './write-atomically'

const [old, next] = [Buffer.from('old'), Buffer.from('new and longer')]
const modeOf = (path: string) => statSync(path).mode & 0o7777
const own = process.getuid?.() ?? 0

describe('a file that is written', () => {
  it.each([0, 1, 3 * 1024 ** 2 + 1])('has %i bytes', async length => {
    const [folder, bytes] = [newFolder(), Buffer.alloc(length, 'abc')]
    const done = await writeAtomically(nodeFileSystem, join(folder, 'a'), bytes)
    expect(done).toMatchObject({ ok: true, value: { facts: { kind: 'file', size: length } } })
    expect(readFileSync(join(folder, 'a')).equals(bytes)).toBe(true)
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it('goes to the disk bit by bit, so that no sync takes long', async () => {
    const unsynced: number[] = [0]
    const fs: FileSystem = {
      ...nodeFileSystem,
      open: async (...how) => ({
        ...(await nodeFileSystem.open(...how)),
        write: bytes => {
          unsynced.push((unsynced.at(-1) ?? 0) + bytes.length)
          return Promise.resolve(bytes.length)
        },
        sync: () => {
          unsynced.push(0)
          return Promise.resolve()
        }
      })
    }
    await writeAtomically(fs, join(newFolder(), 'a'), Buffer.alloc(40 * 1024 ** 2))
    expect(Math.max(...unsynced)).toBe(16 * 1024 ** 2)
    expect(unsynced.at(-1)).toBe(0)
  })

  it.each([0o644, 0o600, 0o664, 0o755, 0o4711])('keeps the permissions %i', async mode => {
    const path = join(newFolder(), 'a')
    writeFileSync(path, old)
    chmodSync(path, mode)
    await writeAtomically(nodeFileSystem, path, next)
    expect(modeOf(path)).toBe(mode)
  })

  it('has the permissions of new files where there was none', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'like'), old)
    await writeAtomically(nodeFileSystem, join(folder, 'a'), next)
    expect(modeOf(join(folder, 'a'))).toBe(modeOf(join(folder, 'like')))
  })

  it('is as secret as the old one from its first byte', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'a'), old, { mode: 0o600 })
    const seen = new Set<number>()
    const watching = passingCalls(nodeFileSystem, (call, perform) => {
      if (call.name === 'file.write') seen.add(modeOf(call.path))
      return perform()
    })
    await writeAtomically(watching, join(folder, 'a'), next)
    expect([...seen]).toEqual([0o600])
  })

  it.each([
    ['is given to its owner and group', [], 0o664, [[1234, 2345]]],
    [
      'is at least given to its group',
      [1234],
      0o664,
      [
        [1234, 2345],
        [own, 2345]
      ]
    ],
    [
      'gives another group no more than everybody has',
      [1234, own],
      0o644,
      [
        [1234, 2345],
        [own, 2345]
      ]
    ]
  ] as const)('that is another’s %s', async (_, refused, mode, asked) => {
    const path = join(newFolder(), 'a')
    writeFileSync(path, old)
    chmodSync(path, 0o664)
    const given: (readonly [number, number])[] = []
    const fs: FileSystem = {
      ...nodeFileSystem,
      stat: async name => ({ ...(await nodeFileSystem.stat(name)), owner: 1234, group: 2345 }),
      open: async (...how) => ({
        ...(await nodeFileSystem.open(...how)),
        chown: (owner, group) => {
          given.push([owner, group])
          return refused.some(other => other === owner)
            ? Promise.reject(systemError('EPERM'))
            : Promise.resolve()
        }
      })
    }
    expect(await writeAtomically(fs, path, next)).toMatchObject({ ok: true })
    expect(given).toEqual(asked)
    expect(modeOf(path)).toBe(mode)
  })

  it('is written where the disk knows no permissions', async () => {
    const path = join(newFolder(), 'a')
    writeFileSync(path, old)
    const fat = failing('EPERM', ({ name }) => name === 'file.chmod' || name === 'file.chown')
    expect(await writeAtomically(fat, path, next)).toMatchObject({ ok: true })
  })

  it('may have the longest name that there is', async () => {
    const folder = newFolder()
    const names = ['a'.repeat(255), `${'ä'.repeat(127)}a`]
    for (const name of names)
      expect(await writeAtomically(nodeFileSystem, join(folder, name), next)).toMatchObject({ ok: true })
    expect(readdirSync(folder).sort()).toEqual(names)
  })

  it('is not written under a name that is too long', async () => {
    const folder = newFolder()
    const done = await writeAtomically(nodeFileSystem, join(folder, 'a'.repeat(256)), next)
    expect(done).toMatchObject({ ok: false, error: { kind: 'other' } })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('links', () => {
  it('stay links, and what they lead to is written', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'there'))
    writeFileSync(join(folder, 'there', 'real'), old)
    symlinkSync(join('there', 'real'), join(folder, 'nearer'))
    symlinkSync('nearer', join(folder, 'link'))
    await writeAtomically(nodeFileSystem, join(folder, 'link'), next)
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(folder, 'there', 'real')).equals(next)).toBe(true)
    expect(readdirSync(join(folder, 'there'))).toEqual(['real'])
  })

  it('that lead to nothing have it made', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'there'))
    symlinkSync(join('there', 'missing'), join(folder, 'link'))
    await writeAtomically(nodeFileSystem, join(folder, 'link'), next)
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(folder, 'there', 'missing')).equals(next)).toBe(true)
  })

  it('that lead into a folder that is missing are left', async () => {
    const folder = newFolder()
    symlinkSync(join('gone', 'missing'), join(folder, 'link'))
    const done = await writeAtomically(nodeFileSystem, join(folder, 'link'), next)
    expect(done).toMatchObject({ ok: false, error: { kind: 'folder-gone' } })
  })

  it('that lead to each other are refused', async () => {
    const folder = newFolder()
    symlinkSync('b', join(folder, 'a'))
    symlinkSync('a', join(folder, 'b'))
    const done = await writeAtomically(nodeFileSystem, join(folder, 'a'), next)
    expect(done).toMatchObject({ ok: false, error: { kind: 'other' } })
    expect(readdirSync(folder)).toEqual(['a', 'b'])
  })

  it('that are hard are parted: the other name keeps what it had', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'a'), old)
    linkSync(join(folder, 'a'), join(folder, 'backup'))
    await writeAtomically(nodeFileSystem, join(folder, 'a'), next)
    expect(readFileSync(join(folder, 'a')).equals(next)).toBe(true)
    expect(readFileSync(join(folder, 'backup')).equals(old)).toBe(true)
  })
})

describe('what is refused, with the old file as it was', () => {
  it('a folder', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'a'))
    const done = await writeAtomically(nodeFileSystem, join(folder, 'a'), next)
    expect(done).toMatchObject({ ok: false, error: { kind: 'other' } })
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it('a pipe', async () => {
    const path = join(newFolder(), 'a')
    execFileSync('mkfifo', [path])
    expect(await writeAtomically(nodeFileSystem, path, next)).toMatchObject({ ok: false })
    expect(lstatSync(path).isFIFO()).toBe(true)
  })

  it('a folder that is gone', async () => {
    const done = await writeAtomically(nodeFileSystem, join(newFolder(), 'gone', 'a'), next)
    expect(done).toMatchObject({ ok: false, error: { kind: 'folder-gone' } })
  })

  it.each(['EACCES', 'EROFS', 'EPERM'])('a file that may not be written (%s)', async code => {
    const folder = newFolder()
    writeFileSync(join(folder, 'a'), old)
    const readOnly = failing(code, ({ name }) => name === 'checkWritable')
    const done = await writeAtomically(readOnly, join(folder, 'a'), next)
    expect(done).toMatchObject({ ok: false, error: { kind: 'read-only' } })
    expect(readFileSync(join(folder, 'a')).equals(old)).toBe(true)
  })

  it('what may not be replaced after all', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'a'), old)
    const done = await writeAtomically(nodeFileSystem, join(folder, 'a'), next, {
      mayReplace: () => Promise.resolve(changed)
    })
    expect(done).toEqual({ ok: false, error: changed })
    expect(readFileSync(join(folder, 'a')).equals(old)).toBe(true)
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it.runIf(process.platform === 'linux')('what the system finds too large, really', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'a'), old)
    const limit = (most: string) =>
      execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${most}:`])
    limit('100000')
    try {
      const done = await writeAtomically(nodeFileSystem, join(folder, 'a'), Buffer.alloc(100_001))
      expect(done).toMatchObject({ ok: false, error: { kind: 'too-large' } })
    } finally {
      limit('unlimited')
    }
    expect(readFileSync(join(folder, 'a')).equals(old)).toBe(true)
    expect(readdirSync(folder)).toEqual(['a'])
  })
})
