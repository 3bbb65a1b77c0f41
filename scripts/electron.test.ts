import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findElectron } from './electron.mjs'

let above: string

beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'blockprop-electron-'))
})
afterEach(() => rmSync(above, { recursive: true }))

const package_ = { 'electron/package.json': '{"version":"45.4.1"}' }
const downloaded = {
  ...package_,
  'electron/path.txt': 'electron',
  'electron/dist/electron': '',
  'electron/dist/version': 'v45.4.1'
}

function find(files: Record<string, string>, override?: string) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(above, name)), { recursive: true })
    writeFileSync(join(above, name), text)
  }
  return findElectron({
    folder: join(above, 'electron'),
    override: override === undefined ? undefined : join(above, override),
    platform: 'linux'
  })
}

test('what was downloaded is found', () => {
  expect(find(downloaded)).toEqual({ ok: true, path: join(above, 'electron', 'dist', 'electron') })
})

test('another folder can be named', () => {
  const files = { ...package_, 'other/electron': '' }
  expect(find(files, 'other')).toEqual({ ok: true, path: join(above, 'other', 'electron') })
})

test('a named folder without it is told, and nothing else is taken', () => {
  const found = find(downloaded, 'elsewhere')
  expect(found).toEqual({
    ok: false,
    why: `ELECTRON_OVERRIDE_DIST_PATH names a folder without electron: ${join(above, 'elsewhere')}`,
    mayDownload: false
  })
})

test.each([
  ['the package alone', package_, 'Electron has not been downloaded yet', true],
  [
    'another version',
    { ...downloaded, 'electron/dist/version': '44.0.0' },
    'Electron 45.4.1 is needed, and 44.0.0 is here',
    true
  ],
  ['nothing', {}, 'npm has not installed Electron', false]
])('%s is not enough', (_, files, why, mayDownload) => {
  expect(find(files)).toEqual({ ok: false, why, mayDownload })
})
