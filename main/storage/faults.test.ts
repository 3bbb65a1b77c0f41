import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { FileSystem } from './file-system'
import { injectEverywhere } from './testing/inject-everywhere'
import { next, old, scenarios, writing } from './testing/scenarios'

const isFull = process.env['BLOCKPROP_FULL'] === '1'

const counts = new Map<string, number>()

afterAll(() => {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const lines = [...counts].map(([name, count]) => `  ${String(count).padStart(6)}  ${name}`)
  process.stdout.write(`\n${lines.join('\n')}\n${all} faults injected, old or new whole each time\n`)
})

describe('whatever call fails, the old or the new is there, whole, and a retry works', () => {
  it.each(scenarios)('$name', async scenario => {
    const { faults, found } = await injectEverywhere(scenario, isFull)
    expect(found).toEqual([])
    counts.set(scenario.name, faults)
  })
})

describe('the test sees what is wrong with', () => {
  const broken: readonly (readonly [string, string, (fs: FileSystem, path: string) => Promise<void>])[] = [
    ['writing in place', 'neither the old nor the new', inPlace],
    [
      'writing beside without a sync',
      'power cut, names kept',
      (fs, path) => beside(fs, path, { syncs: false })
    ],
    [
      'a folder that is not synced',
      'new one was reported',
      (fs, path) => beside(fs, path, { syncsFolder: false })
    ],
    ['leaving the temporary file', 'is left', (fs, path) => beside(fs, path, { tidies: false })],
    ['leaving a file open', 'files are open', (fs, path) => beside(fs, path, { closes: false })]
  ]
  it.each(broken)('%s', async (name, sign, write) => {
    const { found } = await injectEverywhere({
      ...writing(name, old, next),
      start: (fs, folder) => () =>
        write(fs, join(folder, 'a.blockprop')).then(
          () => true,
          () => false
        )
    })
    expect(found.join('\n')).toContain(sign)
  })
})

async function inPlace(fs: FileSystem, path: string): Promise<void> {
  await fs.unlink(path)
  const file = await fs.open(path, 'create')
  try {
    await file.write(next)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function beside(
  fs: FileSystem,
  path: string,
  { syncs = true, syncsFolder = true, tidies = true, closes = true }
): Promise<void> {
  const temporary = `${path}.tmp`
  try {
    const file = await fs.open(temporary, 'create')
    try {
      for (let at = 0; at < next.length;) at += await file.write(next.subarray(at))
      if (syncs) await file.sync()
    } finally {
      if (closes) await file.close()
    }
    await fs.rename(temporary, path)
    if (syncsFolder) await fs.syncFolder(dirname(path))
  } catch (error) {
    if (tidies) await fs.unlink(temporary).catch(() => null)
    throw error
  }
}
