import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadElectronUpdater } from './electron-updater'
import { feedText } from './feed-text.mjs'

// What electron-updater does is its own affair; how it is driven is ours.
const fake = vi.hoisted(() => {
  class CancellationToken {
    isCancelled = false
    cancel() {
      this.isCancelled = true
    }
  }
  class DebUpdater {
    isDeb = true
  }
  const autoUpdater = {
    isUpdaterActive: vi.fn(() => true),
    checkForUpdates: vi.fn<() => Promise<unknown>>(),
    downloadUpdate: vi.fn<(token: CancellationToken) => Promise<unknown>>(),
    quitAndInstall: vi.fn()
  }
  return { CancellationToken, DebUpdater, autoUpdater }
})
vi.mock('electron-updater', () => fake)

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const updateKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
const feed = { version: '2.0.0', files: [{ url: 'a.AppImage', sha512: 'abc==' }] }
const signature = sign(null, Buffer.from(feedText(feed)), privateKey).toString('base64')
let folder: string

beforeEach(() => {
  vi.clearAllMocks()
  folder = mkdtempSync(join(tmpdir(), 'blockprop-updates-'))
  writeFileSync(join(folder, 'app-update.yml'), 'provider: generic\n')
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ updateKey }))
})
afterEach(() => rmSync(folder, { recursive: true }))

const load = (more: object = {}) =>
  loadElectronUpdater({
    isPackaged: true,
    version: '1.0.0',
    resources: folder,
    app: folder,
    log: () => undefined,
    ...more
  })

async function updater() {
  const loaded = await load()
  if (loaded === null) throw new Error('this copy should update itself')
  return loaded
}

test.each<[string, () => void, object]>([
  ['it is not packaged', () => undefined, { isPackaged: false }],
  ['it has no feed', () => rmSync(join(folder, 'app-update.yml')), {}],
  ['it knows no key', () => writeFileSync(join(folder, 'package.json'), '{}'), {}],
  ['the system brings new versions', () => fake.autoUpdater.isUpdaterActive.mockReturnValueOnce(false), {}]
])('a copy does not update itself where %s', async (_, given, more) => {
  given()
  expect(await load(more)).toBeNull()
})

test('nothing is downloaded by itself, nor is an older version taken', async () => {
  await updater()
  expect(fake.autoUpdater).toMatchObject({
    autoDownload: false,
    autoInstallOnAppQuit: true,
    allowDowngrade: false,
    disableWebInstaller: true
  })
})

test.each<[string, () => Promise<unknown>, object]>([
  [
    'a new version in a feed that is ours',
    () => Promise.resolve({ isUpdateAvailable: true, updateInfo: { ...feed, signature } }),
    { ok: true, value: { version: '2.0.0' } }
  ],
  [
    'a new version in a feed that nobody signed',
    () => Promise.resolve({ isUpdateAvailable: true, updateInfo: feed }),
    { ok: false, error: 'the feed is not signed by who made this copy' }
  ],
  ['none', () => Promise.resolve({ isUpdateAvailable: false, updateInfo: {} }), { ok: true, value: null }],
  [
    'no answer',
    () => Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED\n  headers …')),
    { ok: false, error: 'net::ERR_INTERNET_DISCONNECTED' }
  ]
])('%s', async (_, answer, expected) => {
  fake.autoUpdater.checkForUpdates.mockImplementationOnce(answer)
  expect(await (await updater()).check()).toEqual(expected)
})

test('a download can be given up', async () => {
  const stop = new AbortController()
  fake.autoUpdater.downloadUpdate.mockImplementationOnce(token => {
    stop.abort()
    return token.isCancelled ? Promise.reject(new Error('cancelled')) : Promise.resolve([])
  })
  expect(await (await updater()).download(stop.signal)).toEqual({ ok: false, error: 'cancelled' })
})

test('a restart installs without questions and starts the new version', async () => {
  ;(await updater()).restart()
  expect(fake.autoUpdater.quitAndInstall).toHaveBeenCalledWith(true, true)
})
