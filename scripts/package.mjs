/**
 * npm run package [-- --test]
 * Packs the desktop app into a folder of out/package for the system that it runs on. On Linux it does so without a
 * network as well: a placeholder then stands in Electron's place. `--test` looks at what came out.
 */
import { existsSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { canDownloadElectron, findElectron } from './electron.mjs'
import { at, root } from './paths.mjs'
import { makePlaceholder } from './placeholder-electron.mjs'
import { elapsed, tool } from './process.mjs'
import { ensureDependencies, requireNode } from './setup.mjs'

const systems = { linux: '--linux', darwin: '--mac', win32: '--windows' }
const isLinux = process.platform === 'linux'

/** @returns {Promise<{ folder?: string, words: string }>} `folder`: none where electron-builder finds Electron itself */
async function electronToPack() {
  const found = findElectron()
  // A stand-in that ELECTRON_OVERRIDE_DIST_PATH names is no whole Electron.
  if (isLinux && found.ok && existsSync(join(dirname(found.path), 'locales')))
    return { folder: dirname(found.path), words: `with the Electron of ${dirname(found.path)}` }
  if (!isLinux || (await canDownloadElectron())) return { words: 'with a downloaded Electron' }
  const words =
    "WITHOUT Electron, which can't be downloaded from here: a placeholder stands in its place. The app is packed whole, but can't be started"
  return { folder: makePlaceholder(), words }
}

/** @param {string | undefined} electronDist */
function pack(electronDist) {
  const system = systems[/** @type {keyof typeof systems} */ (process.platform)] ?? '--linux'
  return tool('electron-builder/cli.js', [
    ...[system, 'dir', '--config', 'electron-builder.yml', '--publish', 'never'],
    ...(electronDist === undefined ? [] : [`--config.electronDist=${electronDist}`])
  ])
}

/** @param {readonly string[]} args */
async function main(args) {
  const dependencies = await ensureDependencies()
  const built = dependencies.ok ? await ensureBuilt('desktop') : dependencies
  if (!built.ok) {
    console.error(built.why)
    return 1
  }
  const since = performance.now()
  const { folder, words } = await electronToPack()
  rmSync(at('out', 'package'), { recursive: true, force: true })
  const { code, output } = await pack(folder)
  if (code !== 0) {
    console.error(output.trim())
    return code
  }
  console.log(`Packed into ${relative(root, at('out', 'package'))} (${elapsed(since)}), ${words}.`)
  if (!args.includes('--test')) return 0
  const test = ['run', '--config', 'e2e/package/vitest.config.ts']
  return (await tool('vitest/vitest.mjs', test, { output: 'inherit' })).code
}

requireNode()
process.exitCode = await main(process.argv.slice(2))
