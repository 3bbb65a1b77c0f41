import { expect, test, vi } from 'vitest'
import { chooseEdition, readArguments, type Surroundings } from './edition.mjs'

const missing = { ok: false, why: 'Electron has not been downloaded yet', mayDownload: true } as const
const present = { ok: true, path: '/electron' } as const
const never = new Promise<never>(() => undefined)

const offline: Surroundings = {
  hasScreen: true,
  find: () => missing,
  canDownload: () => Promise.resolve(false),
  download: () => Promise.reject(new Error('nothing may be downloaded')),
  tell: () => undefined,
  patience: 60_000
}

test.each<[string, boolean, Partial<Surroundings>, object]>([
  ['Electron is here', false, { find: () => present }, { kind: 'desktop', electron: '/electron' }],
  ['the web is asked for', true, { find: () => present }, { kind: 'web' }],
  [
    'there is no screen',
    false,
    { hasScreen: false, find: () => present },
    { kind: 'web', why: 'there is no screen for a window' }
  ],
  [
    'nothing can be downloaded',
    false,
    {},
    { kind: 'web', why: "Electron has not been downloaded yet, and can't be downloaded from here" }
  ],
  [
    'a download would not mend it',
    false,
    {
      find: () => ({ ok: false, why: 'the folder is wrong', mayDownload: false }),
      canDownload: () => Promise.reject(new Error('nobody may ask'))
    },
    { kind: 'web', why: 'the folder is wrong' }
  ],
  [
    'the download comes',
    false,
    { canDownload: () => Promise.resolve(true), download: () => Promise.resolve(present) },
    { kind: 'desktop', electron: '/electron' }
  ],
  [
    'the download fails',
    false,
    {
      canDownload: () => Promise.resolve(true),
      download: () =>
        Promise.resolve({ ok: false, why: 'the download of Electron failed', mayDownload: false })
    },
    { kind: 'web', why: 'the download of Electron failed' }
  ]
])('%s', async (_, web, surroundings, edition) => {
  expect(await chooseEdition({ web }, { ...offline, ...surroundings })).toEqual(edition)
})

test('a slow download goes on while the web edition is served', async () => {
  const download = vi.fn(() => never)
  const edition = await chooseEdition(
    { web: false },
    { ...offline, canDownload: () => Promise.resolve(true), download, patience: 1 }
  )
  expect(edition).toEqual({ kind: 'web', why: 'Electron is still being downloaded', later: never })
  expect(download).toHaveBeenCalledOnce()
})

test.each([
  [[], { ok: true, web: false, files: [] }],
  [['--web'], { ok: true, web: true, files: [] }],
  [['a.blockprop', '--web', 'b.blockprop'], { ok: true, web: true, files: ['a.blockprop', 'b.blockprop'] }],
  [['--help'], { ok: false, why: 'npm start knows --web and files to open, not "--help".' }]
])('npm start -- %s', (args, read) => {
  expect(readArguments(args)).toEqual(read)
})
