/**
 * npm run package [-- --release] [--test]
 * Packs the desktop app into a folder of out/package for the system that it runs on. On Linux it does so without a
 * network as well: a placeholder then stands in Electron's place. `--release` makes the installers and feeds too, with
 * the key of BLOCKPROP_UPDATE_KEY (see docs/releasing.md); `--test` looks at what came out.
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
const options = ['--release', '--test']
const isLinux = process.platform === 'linux'

/** @returns {Promise<{ folder?: string, words: string }>} `folder`: none where electron-builder fetches Electron itself */
async function electronToPack() {
  const found = findElectron()
  // A stand-in that ELECTRON_OVERRIDE_DIST_PATH names is no whole Electron.
  if (isLinux && found.ok && existsSync(join(dirname(found.path), 'locales')))
    return { folder: dirname(found.path), words: `with the Electron of ${dirname(found.path)}` }
  if (!isLinux || (await canDownloadElectron())) return { words: 'with a downloaded Electron' }
  return {
    folder: makePlaceholder(),
    words:
      "WITHOUT Electron, which can't be downloaded from here: the app is packed whole, but a placeholder stands in Electron's place, so that it can't be started"
  }
}

/** What a release says of itself that the repository can't know. */
function releaseOptions() {
  const { BLOCKPROP_UPDATE_KEY: key, GITHUB_REPOSITORY_OWNER: owner } = process.env
  return [
    ...(key ? [`--config.extraMetadata.updateKey=${key}`] : []),
    ...(owner ? [`--config.linux.maintainer=${owner} <${owner}@users.noreply.github.com>`] : [])
  ]
}

/** @param {string | undefined} electronDist @param {boolean} isRelease */
function pack(electronDist, isRelease) {
  const system = systems[/** @type {keyof typeof systems} */ (process.platform)] ?? '--linux'
  return tool('electron-builder/cli.js', [
    ...[system, '--config', 'electron-builder.yml', '--publish', 'never'],
    ...(isRelease ? releaseOptions() : ['--dir']),
    ...(electronDist === undefined ? [] : [`--config.electronDist=${electronDist}`])
  ])
}

/** @param {readonly string[]} args */
async function main(args) {
  const unknown = args.find(arg => !options.includes(arg))
  if (unknown !== undefined) {
    console.error(`npm run package knows ${options.join(' and ')}, not "${unknown}".`)
    return 2
  }
  const dependencies = await ensureDependencies()
  const built = dependencies.ok ? await ensureBuilt('desktop') : dependencies
  if (!built.ok) {
    console.error(built.why)
    return 1
  }
  const isRelease = args.includes('--release')
  const since = performance.now()
  // A release is made for other processors too, whose Electron is not here.
  const electron = isRelease ? { folder: undefined, words: 'as a release' } : await electronToPack()
  rmSync(at('out', 'package'), { recursive: true, force: true })
  const { code, output } = await pack(electron.folder, isRelease)
  if (code !== 0) {
    console.error(output.trim())
    return code
  }
  console.log(`Packed into ${relative(root, at('out', 'package'))} (${elapsed(since)}), ${electron.words}.`)
  if (!args.includes('--test')) return 0
  const test = ['run', '--config', 'e2e/package/vitest.config.ts']
  return (await tool('vitest/vitest.mjs', test, { output: 'inherit' })).code
}

requireNode()
process.exitCode = await main(process.argv.slice(2))
