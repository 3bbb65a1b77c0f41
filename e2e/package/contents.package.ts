import { existsSync, readdirSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix } from 'node:path'
import { extractFile, listPackage, statFile } from '@electron/asar'
import { FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import { describe, expect, test } from 'vitest'
import { at } from '../../scripts/paths.mjs'
import { findPacked } from './packed'

/** How a fuse stands in the binary: a digit. */
const off = '0'.charCodeAt(0)
const on = '1'.charCodeAt(0)

const { executable, resources, asar } = findPacked()

/** Every file of the asar, with slashes, without the first one. */
const files = listPackage(asar, { isPack: false })
  .map(path => path.replaceAll('\\', '/').slice(1))
  .filter(path => !('files' in statFile(asar, path)))
const sizeOf = (path: string): number => {
  const entry = statFile(asar, path)
  return 'size' in entry ? entry.size : 0
}
const textOf = (path: string) => extractFile(asar, path).toString('utf8')

/** Vite puts a hash into the name: mnist.bin-1a2b3c4d.gz. */
const datasets = readdirSync(at('assets', 'datasets')).filter(name => name.endsWith('.gz'))
const isDataset = (path: string) =>
  datasets.some(name => posix.basename(path).startsWith(name.slice(0, -'.gz'.length)) && path.endsWith('.gz'))

describe('the app.asar', () => {
  test('holds what was built and the package.json, and nothing else', () => {
    const others = files.filter(
      path => path !== 'package.json' && !/^out\/desktop\/(main|preload|renderer)\//.test(path)
    )
    expect(others).toEqual([])
    expect(files).toEqual(
      expect.arrayContaining([
        'package.json',
        'out/desktop/main/index.js',
        'out/desktop/preload/preload.cjs',
        'out/desktop/renderer/index.html'
      ])
    )
  })

  test('holds no sources, by name or by map', () => {
    const known = /\.(js|cjs|css|html|json|webmanifest|wasm|woff2|svg|png|ico|txt|gz)$/
    expect(files.filter(path => !known.test(path) || path.includes('node_modules'))).toEqual([])
    const code = files.filter(path => /\.(c?js|css)$/.test(path))
    expect(code.filter(path => textOf(path).includes('sourceMappingURL='))).toEqual([])
  })

  test('asks for no package, of development or other', () => {
    const packageJson = JSON.parse(textOf('package.json')) as Record<string, unknown>
    expect(Object.keys(packageJson)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/dependencies|scripts/i)])
    )
    const found = files
      .filter(path => /^out\/desktop\/(main|preload)\/.*\.c?js$/.test(path))
      .flatMap(path => [
        ...textOf(path).matchAll(/\b(?:from|import|require)\s*\(?\s*["'`]([\w@./:-]+)["'`]/g)
      ])
      .map(([, name = '']) => name)
    const isThere = (name: string) =>
      name.startsWith('.') || name === 'electron' || builtinModules.includes(name.replace(/^node:/, ''))
    expect(found).toContain('electron')
    expect(found.filter(name => !isThere(name))).toEqual([])
  })

  test('holds every dataset that is a file', () => {
    expect(files.filter(isDataset)).toHaveLength(datasets.length)
  })

  test('is smaller than 12 MB without the datasets', () => {
    const bytes = files.filter(path => !isDataset(path)).reduce((sum, path) => sum + sizeOf(path), 0)
    console.log(`app.asar without datasets: ${(bytes / 1e6).toFixed(2)} MB in ${files.length} files`)
    expect(bytes).toBeLessThan(12_000_000)
  })
})

test('the fuses are set as the safety of the app wants them', async () => {
  const fuses = await getCurrentFuseWire(executable)
  expect(fuses).toMatchObject({
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    [FuseV1Options.EnableCookieEncryption]: on,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on
  })
})

test('licences come along, and no app beside the asar', () => {
  for (const name of ['LICENSE.txt', 'THIRD_PARTY_NOTICES.md', 'DATASETS.md'])
    expect(statSync(join(resources, 'licences', name)).size).toBeGreaterThan(0)
  expect(existsSync(join(resources, 'app'))).toBe(false)
})
