import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { passingCalls } from './calls'
import { createDisks } from './disks'
import { nodeFileSystem, type FileSystem } from './file-system'
import { openSettings, type SettingsFile } from './settings-file'
import { systemError } from './system-error'
import { newFolder } from './testing/in-folder'
import { createManualClock, type ManualClock } from './testing/manual-clock'

let folder: string
let path: string
let clock: ManualClock
const onTrouble = vi.fn()
beforeEach(() => {
  folder = newFolder()
  path = join(folder, 'settings.json')
  clock = createManualClock()
  onTrouble.mockReset()
})

const open = (fs: FileSystem = nodeFileSystem): SettingsFile =>
  openSettings({ disks: createDisks({ fs, clock }), path, onTrouble })
const stored = (values: unknown, version: unknown = 1) =>
  writeFileSync(path, JSON.stringify({ version, values }))
const onDisk = (): unknown => JSON.parse(readFileSync(path, 'utf8'))

describe('settings', () => {
  it('are empty at first, and nothing is written for that', async () => {
    const settings = open()
    expect([settings.values(), settings.takeNote()]).toEqual([{}, null])
    expect(await settings.flush()).toMatchObject({ ok: true })
    expect(existsSync(path)).toBe(false)
  })

  it('are there after a restart', async () => {
    const settings = open()
    expect(settings.write('theme', 'dark')).toBe(true)
    expect(settings.write('layout', '{"palette": 200}')).toBe(true)
    await settings.flush()
    expect(onDisk()).toEqual({ version: 1, values: { theme: 'dark', layout: '{"palette": 200}' } })
    expect(open().values()).toEqual({ theme: 'dark', layout: '{"palette": 200}' })
  })

  it.each([
    ['nonsense', 'x'],
    ['__proto__', 'x'],
    ['theme', 'pink'],
    ['layout', 'x'.repeat(100_001)]
  ])('refuse %s', (key, value) => {
    const settings = open()
    expect(settings.write(key, value)).toBe(false)
    expect(settings.values()).toEqual({})
  })

  it('are written soon after a change, several changes at once', async () => {
    const writes: string[] = []
    const settings = open(
      passingCalls(nodeFileSystem, (call, perform) => {
        if (call.name === 'rename') writes.push(readFileSync(call.path, 'utf8'))
        return perform()
      })
    )
    settings.write('theme', 'dark')
    settings.write('theme', 'light')
    clock.pass(299)
    settings.write('units', 'binary')
    expect(existsSync(path)).toBe(false)
    clock.pass(1)
    await vi.waitFor(() => expect(existsSync(path)).toBe(true))
    await settings.flush()
    expect(writes).toHaveLength(1)
    expect(onDisk()).toEqual({ version: 1, values: { theme: 'light', units: 'binary' } })
  })

  it('that change while they are written are written again', async () => {
    const settings = open()
    settings.write('theme', 'dark')
    const flushed = settings.flush()
    settings.write('theme', 'light')
    await flushed
    await settings.flush()
    expect(onDisk()).toMatchObject({ values: { theme: 'light' } })
  })

  it('that could not be written are kept, told to the log, and written the next time', async () => {
    let isFull = true
    const settings = open(
      passingCalls(nodeFileSystem, (call, perform) =>
        isFull && call.name === 'file.write' ? Promise.reject(systemError('ENOSPC')) : perform()
      )
    )
    settings.write('theme', 'dark')
    expect(await settings.flush()).toMatchObject({ ok: false, error: { kind: 'disk-full' } })
    expect(onTrouble).toHaveBeenCalledWith(expect.objectContaining({ kind: 'disk-full' }))
    isFull = false
    expect(await settings.flush()).toMatchObject({ ok: true })
    expect(onDisk()).toMatchObject({ values: { theme: 'dark' } })
  })
})

describe('a file of settings that is not as it should be', () => {
  it.each([
    ['cut short', '{"version": 1, "values": {"theme": "da'],
    ['of zeros', '\0'.repeat(100)],
    ['empty', ''],
    ['a list', '[]'],
    ['without a version', '{"values": {"theme": "dark"}}'],
    ['of bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
    ['nested without end', '['.repeat(200_000)],
    ['far too large', Buffer.alloc(16 * 1024 ** 2 + 1, ' ')]
  ])('%s is put aside before anything is written, and told once', async (_, content) => {
    writeFileSync(path, content)
    const settings = open()
    expect(settings.values()).toEqual({})
    expect(settings.takeNote()).toContain('settings.json.damaged-20260102T030405000Z')
    expect(settings.takeNote()).toBeNull()
    expect(readdirSync(folder)).toEqual(['settings.json'])

    settings.write('theme', 'dark')
    await settings.flush()
    expect(readFileSync(`${path}.damaged-20260102T030405000Z`).equals(Buffer.from(content))).toBe(true)
    const again = open()
    expect([again.values(), again.takeNote()]).toEqual([{ theme: 'dark' }, null])
  })

  it('with single values that make no sense keeps the rest, and names them', () => {
    stored({ theme: 'pink', units: 7, layout: 'x', autosave: 'on', unknown: 'y' })
    const settings = open()
    expect(settings.values()).toEqual({ layout: 'x', autosave: 'on' })
    expect(settings.takeNote()).toBe(
      'These settings had values that make no sense, and are as they were at first: theme, units.'
    )
  })

  it('of a newer version gives what is known of it, and stays until something is written', async () => {
    stored({ theme: 'dark', later: 'x' }, 9)
    const before = readFileSync(path, 'utf8')
    const settings = open()
    expect(settings.values()).toEqual({ theme: 'dark' })
    expect(settings.takeNote()).toContain('newer version')
    await settings.flush()
    expect(readFileSync(path, 'utf8')).toBe(before)

    settings.write('units', 'binary')
    await settings.flush()
    expect(readFileSync(`${path}.version-9-20260102T030405000Z`, 'utf8')).toBe(before)
    expect(onDisk()).toEqual({ version: 1, values: { theme: 'dark', units: 'binary' } })
  })

  it('that can’t be read this once is not lost', async () => {
    stored({ theme: 'dark' })
    const unreadable: FileSystem = {
      ...nodeFileSystem,
      readAtOnce: () => {
        throw systemError('EIO')
      }
    }
    expect(open(unreadable).values()).toEqual({})
    expect(open().values()).toEqual({ theme: 'dark' })
    const settings = open(unreadable)
    settings.write('units', 'binary')
    await settings.flush()
    expect(readdirSync(folder)).toHaveLength(2)
  })

  it('whatever it holds, is read to settings that exist', () => {
    const values = fc.dictionary(
      fc.constantFrom('theme', 'units', 'layout', '__proto__', 'constructor', 'x'),
      fc.anything()
    )
    const content = fc.record({ version: fc.constantFrom<unknown>(1, 2, 0, 1.5, '1', null), values })
    fc.assert(
      fc.property(fc.oneof(content, fc.jsonValue()), held => {
        writeFileSync(path, JSON.stringify(held))
        const read = open().values()
        expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
        for (const [key, value] of Object.entries(read)) {
          expect(['theme', 'units', 'layout']).toContain(key)
          expect(typeof value).toBe('string')
        }
      }),
      { numRuns: 200 }
    )
  })
})
