import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { passingCalls } from './calls'
import { nodeFileSystem } from './file-system'
import { failing } from './testing/failing-file-system'
import { createGatedFileSystem } from './testing/gated-file-system'
import { newFolder } from './testing/in-folder'
import { createManualClock } from './testing/manual-clock'
import { writeAtomically } from './write-atomically'

const [old, next] = [Buffer.from('old'), Buffer.from('new and longer')]

describe('what crashes have left', () => {
  const clock = createManualClock(Date.now())
  const day = 24 * 3600

  /** A leftover as this machine makes it for a file `a`, changed in a part of its name. */
  async function leftover(folder: string, change: (name: string) => string): Promise<string> {
    let made = ''
    const watching = passingCalls(nodeFileSystem, (call, perform) => {
      if (call.name === 'open') made = call.path.slice(folder.length + 1)
      return perform()
    })
    await writeAtomically(watching, join(folder, 'a'), old)
    const name = change(made)
    writeFileSync(join(folder, name), 'half')
    return name
  }
  const ofProcess = (pid: number) => (name: string) => name.replace(/-\d+-(\w+\.tmp)$/, `-${pid}-$1`)
  const ofMachine = (name: string) => name.replace(/-\w{6}-/, '-000000-')

  it('is hidden and has a short name', async () => {
    expect(await leftover(newFolder(), name => name)).toMatch(/^\.blockprop-[\w-]{1,50}\.tmp$/)
  })

  it.each([
    ['of a process that has ended', ofProcess(2 ** 22 + 1), 0, 'goes'],
    ['of an earlier process with our number', ofProcess(process.pid), 0, 'goes'],
    ['of a process that runs', ofProcess(process.ppid), 0, 'stays'],
    ['of a process that runs, from yesterday', ofProcess(process.ppid), day + 60, 'goes'],
    ['of another machine', ofMachine, 0, 'stays'],
    ['of another machine, from yesterday', ofMachine, day + 60, 'goes'],
    ['for another file', (name: string) => name.replace(/-\w{12}-/, '-0123456789ab-'), day + 60, 'stays'],
    ['with a like name that is not ours', () => '.blockprop-notes.tmp', day + 60, 'stays']
  ] as const)('%s', async (_, change, age, outcome) => {
    const folder = newFolder()
    const name = await leftover(folder, change)
    const then = clock.now() / 1000 - age
    utimesSync(join(folder, name), then, then)
    expect(await writeAtomically(nodeFileSystem, join(folder, 'a'), next, { clock })).toMatchObject({
      ok: true
    })
    expect(existsSync(join(folder, name))).toBe(outcome === 'stays')
  })

  it('is none while it is written', async () => {
    const folder = newFolder()
    const disk = createGatedFileSystem(nodeFileSystem)
    const held = disk.hold('file.sync')
    const first = writeAtomically(disk.fs, join(folder, 'a'), old)
    await held.reached
    expect(await writeAtomically(disk.fs, join(folder, 'a'), next)).toMatchObject({ ok: true })
    expect(readdirSync(folder)).toHaveLength(2)
    held.release()
    expect(await first).toMatchObject({ ok: true })
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it('that can neither be listed nor removed stops nobody', async () => {
    const folder = newFolder()
    await leftover(folder, ofProcess(2 ** 22 + 1))
    for (const call of ['readdir', 'lstat', 'unlink']) {
      const done = await writeAtomically(
        failing('EACCES', ({ name }) => name === call),
        join(folder, 'a'),
        next
      )
      expect(done).toMatchObject({ ok: true })
    }
  })
})
