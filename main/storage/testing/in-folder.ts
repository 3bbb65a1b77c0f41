import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'

const made: string[] = []

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A new folder on the real disk, by its real path; it goes when the test has ended. */
export function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'blockprop-storage-')))
  made.push(folder)
  return folder
}
