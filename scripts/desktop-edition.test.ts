import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesktop } from './desktop-edition.mjs'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'blockprop-desktop-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A program in Electron's place; it is a shell's script, hence not on Windows. */
function electron(lines: string): string {
  const path = join(folder, 'electron')
  writeFileSync(path, `#!/bin/sh\n${lines}\n`)
  chmodSync(path, 0o755)
  return path
}

/** The time as asked for when it starts and when it has ended. */
const clock = (...times: number[]) => ({ app: '/app', now: () => times.shift() ?? Number.NaN })

describe.runIf(process.platform !== 'win32')('Electron', () => {
  test('is handed the app and the files', async () => {
    const path = electron('[ "$1 $2 $3" = "/app /a.blockprop /b.blockprop" ] || exit 7')
    expect(await openDesktop(path, ['/a.blockprop', '/b.blockprop'], clock(0, 60_000))).toEqual({
      kind: 'closed',
      code: 0
    })
  })

  test('never runs as a plain Node', async () => {
    process.env['ELECTRON_RUN_AS_NODE'] = '1'
    try {
      const ended = await openDesktop(
        electron('[ -z "$ELECTRON_RUN_AS_NODE" ] || exit 7'),
        [],
        clock(0, 60_000)
      )
      expect(ended).toEqual({ kind: 'closed', code: 0 })
    } finally {
      delete process.env['ELECTRON_RUN_AS_NODE']
    }
  })

  test.each([
    ['exit 3', 500, { kind: 'never-opened', why: 'exit code 3' }],
    ['kill -s ABRT $$', 500, { kind: 'never-opened', why: 'signal SIGABRT' }],
    ['exit 3', 60_000, { kind: 'closed', code: 3 }],
    ['exit 0', 500, { kind: 'closed', code: 0 }]
  ])('%s after %i ms', async (lines, after, ended) => {
    expect(await openDesktop(electron(lines), [], clock(0, after))).toEqual(ended)
  })
})

test('an executable that is not there never opened', async () => {
  const ended = await openDesktop(join(folder, 'nothing'), [])
  expect(ended).toMatchObject({ kind: 'never-opened', why: expect.stringContaining('ENOENT') as string })
})
