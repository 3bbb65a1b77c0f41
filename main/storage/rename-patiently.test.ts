import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Clock } from './clock'
import { failing } from './testing/failing-file-system'
import { newFolder } from './testing/in-folder'
import { writeAtomically } from './write-atomically'

const [old, next] = [Buffer.from('old'), Buffer.from('new and longer')]

describe('on Windows, where scanners hold new files for a moment', () => {
  /** Every pause is over at once. */
  const clock: Clock = {
    now: () => 0,
    after: (_, run) => {
      queueMicrotask(run)
      return () => undefined
    }
  }
  const refusingRenames = (times: number) => {
    let left = times
    return failing('EPERM', ({ name }) => name === 'rename' && (left -= 1) >= 0)
  }

  it('renames again', async () => {
    const path = join(newFolder(), 'a')
    writeFileSync(path, old)
    const done = await writeAtomically(refusingRenames(9), path, next, { clock, platform: 'win32' })
    expect(done).toMatchObject({ ok: true })
    expect(readFileSync(path).equals(next)).toBe(true)
  })

  it('gives up in the end, and tidies', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'a'), old)
    const done = await writeAtomically(refusingRenames(10), join(folder, 'a'), next, {
      clock,
      platform: 'win32'
    })
    expect(done).toMatchObject({ ok: false, error: { kind: 'read-only' } })
    expect(readFileSync(join(folder, 'a')).equals(old)).toBe(true)
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it('elsewhere that is no matter of time', async () => {
    const done = await writeAtomically(refusingRenames(1), join(newFolder(), 'a'), next, {
      clock,
      platform: 'linux'
    })
    expect(done).toMatchObject({ ok: false })
  })
})
