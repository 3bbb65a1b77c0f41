import { execFileSync } from 'node:child_process'
import { appendFileSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { limits } from '../../shared/document/limits'
import { passingCalls, type Call } from './calls'
import { nodeFileSystem, type FileSystem } from './file-system'
import { readWhole } from './read-whole'
import { newFolder } from './testing/in-folder'

const piece = 1024 ** 2

/** The real disk; something happens before some calls. */
function meanwhile(happens: (call: Call) => void): FileSystem {
  return passingCalls(nodeFileSystem, (call, perform) => {
    happens(call)
    return perform()
  })
}

/** Its bytes, or why there are none. */
async function read(fs: FileSystem, path: string): Promise<Buffer> {
  const whole = await readWhole(fs, path, limits.fileBytes)
  return Buffer.from(whole.ok ? whole.value.bytes : whole.error.message)
}

describe('a file that is read', () => {
  it.each([0, 1, piece, 2 * piece + 1])('has %i bytes', async length => {
    const [path, bytes] = [join(newFolder(), 'a'), Buffer.alloc(length, 'abc')]
    writeFileSync(path, bytes)
    expect(bytes.equals(await read(nodeFileSystem, path))).toBe(true)
  })

  it('is read behind links', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'real'), 'content')
    symlinkSync('real', join(folder, 'link'))
    expect(String(await read(nodeFileSystem, join(folder, 'link')))).toBe('content')
  })

  it('that grows meanwhile is read as it is then', async () => {
    const path = join(newFolder(), 'a')
    writeFileSync(path, 'begun')
    let times = 0
    const growing = meanwhile(({ name }) => {
      if (name === 'file.read' && (times += 1) === 1) appendFileSync(path, ' and ended')
    })
    expect(String(await read(growing, path))).toBe('begun and ended')
  })

  it('that does not come to rest is not read', async () => {
    const path = join(newFolder(), 'a')
    writeFileSync(path, 'begun')
    const growing = meanwhile(({ name }) => {
      if (name === 'file.read') appendFileSync(path, ' and on')
    })
    expect(String(await read(growing, path))).toContain('Another program is writing it')
  })

  it('that grows beyond the limit meanwhile is refused, and no more of it is read', async () => {
    const path = join(newFolder(), 'a')
    writeFileSync(path, 'begun')
    let reads = 0
    const growing = meanwhile(({ name }) => {
      if (name !== 'file.read') return
      reads += 1
      truncateSync(path, 2 * limits.fileBytes)
    })
    const whole = await readWhole(growing, path, limits.fileBytes)
    expect(whole).toMatchObject({ ok: false, error: { kind: 'too-large' } })
    expect(reads).toBe(1)
  })

  it('that is replaced meanwhile is read from one of the two', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'a'), Buffer.alloc(2 * piece, 'a'))
    writeFileSync(join(folder, 'b'), Buffer.alloc(2 * piece, 'b'))
    let times = 0
    const replacing = meanwhile(({ name }) => {
      if (name === 'file.read' && (times += 1) === 2) renameSync(join(folder, 'b'), join(folder, 'a'))
    })
    expect(new Set(await read(replacing, join(folder, 'a')))).toEqual(new Set([97]))
  })
})

describe('what is not read', () => {
  it('a file of two gigabytes, of which not one byte is looked at', async () => {
    const path = join(newFolder(), 'a')
    writeFileSync(path, '')
    truncateSync(path, 2 * 1024 ** 3)
    const calls: string[] = []
    const whole = await readWhole(
      meanwhile(({ name }) => calls.push(name)),
      path,
      limits.fileBytes
    )
    expect(whole).toMatchObject({
      ok: false,
      error: {
        kind: 'too-large',
        message: 'It has 2.15 GB, and at most 1.07 GB are read. Is it the right file?'
      }
    })
    expect(calls).toEqual(['stat'])
  })

  it('a folder', async () => {
    expect(String(await read(nodeFileSystem, newFolder()))).toContain('It is a folder')
  })

  it('a pipe that nobody writes to', async () => {
    const path = join(newFolder(), 'a')
    execFileSync('mkfifo', [path])
    expect(String(await read(nodeFileSystem, path))).toContain('no ordinary file')
  })

  it('a pipe that takes the place of a file at the last moment, without waiting for it', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'a'), 'content')
    execFileSync('mkfifo', [join(folder, 'pipe')])
    const replacing = meanwhile(({ name }) => {
      if (name === 'open') renameSync(join(folder, 'pipe'), join(folder, 'a'))
    })
    expect(String(await read(replacing, join(folder, 'a')))).toContain('no ordinary file')
  })

  it('a device that never ends', async () => {
    expect(String(await read(nodeFileSystem, '/dev/zero'))).toContain('no ordinary file')
  })

  it('a file that is not there', async () => {
    expect(await readWhole(nodeFileSystem, join(newFolder(), 'a'), 1)).toMatchObject({
      ok: false,
      error: { kind: 'gone' }
    })
  })

  it('a path that is none', async () => {
    expect(await readWhole(nodeFileSystem, 'a\0b', 1)).toMatchObject({ ok: false, error: { kind: 'other' } })
  })
})
