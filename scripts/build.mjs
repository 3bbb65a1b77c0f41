/**
 * node scripts/build.mjs [web|desktop|cli|all] [--if-stale]
 * Builds the web edition into out/web, the desktop edition into out/desktop and the command line into out/cli.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { headersFile } from './headers-file.mjs'
import { at, root } from './paths.mjs'
import { elapsed, tool } from './process.mjs'
import { ensureDependencies, requireNode } from './setup.mjs'

/** @typedef {'web' | 'desktop' | 'cli'} Target */

const common = ['shared', 'assets', 'package-lock.json']

/** @param {string} mode @param {string} outDir */
const vite = (mode, outDir) =>
  tool('vite/bin/vite.js', [
    ...['build', '--config', 'vite.config.ts', '--mode', mode, '--logLevel', 'warn'],
    ...['--outDir', outDir, '--emptyOutDir']
  ])

/**
 * The web edition, with what works it without a network, and what hosts without a program of ours are to send.
 * @param {string} outDir
 */
async function web(outDir) {
  const built = await vite('production', outDir)
  if (built.code !== 0) return built
  writeFileSync(join(outDir, '_headers'), headersFile())
  return tool('vite/bin/vite.js', ['build', '--config', 'service-worker.config.ts', '--logLevel', 'warn'], {
    env: { BLOCKPROP_WEB: outDir }
  })
}

/** electron-vite puts each of its parts into a folder below the one that is named. @param {string} outDir */
const electronVite = outDir =>
  tool('electron-vite/bin/electron-vite.js', [
    ...['build', '--config', 'electron.config.ts', '--logLevel', 'warn', '--outDir', outDir]
  ])

const targets = {
  web: {
    name: 'the web edition',
    sources: [
      ...['renderer', 'main/serve', 'renderer.config.ts', 'vite.config.ts', 'service-worker.config.ts'],
      ...common
    ],
    result: 'index.html',
    run: web
  },
  desktop: {
    name: 'the desktop edition',
    sources: ['main', 'renderer', 'renderer.config.ts', 'electron.config.ts', ...common],
    result: 'main/index.js',
    run: electronVite
  },
  cli: {
    name: 'the command line',
    sources: ['main', 'vite.config.ts', ...common],
    result: 'index.mjs',
    run: (/** @type {string} */ outDir) => vite('cli', outDir)
  }
}

/** @param {Target} target */
const stampOf = target => at('.cache', 'build', `${target}.json`)

/**
 * The latest time at which a file or folder was changed; a folder's own time tells of deletions.
 * @param {string} path
 * @returns {number} milliseconds
 */
function newest(path) {
  if (!existsSync(path)) return 0
  const here = statSync(path)
  if (!here.isDirectory()) return here.mtimeMs
  return readdirSync(path)
    .filter(name => !/\.test\.tsx?$/.test(name))
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), here.mtimeMs)
}

/**
 * Whether a source has changed since the target was built.
 * @param {Target} target
 */
export function isStale(target) {
  const { sources, result } = targets[target]
  if (!existsSync(at('out', target, result)) || !existsSync(stampOf(target))) return true
  /** @type {{ started: number }} */
  const { started } = JSON.parse(readFileSync(stampOf(target), 'utf8'))
  return sources.some(source => newest(at(source)) > started)
}

/**
 * Builds beside the target and swaps it in when it is whole, so that a failure leaves the last good build.
 * @param {Target} target
 * @returns {Promise<{ ok: true } | { ok: false, why: string }>}
 */
export async function build(target) {
  const started = Date.now()
  const next = at('out', `.${target}-${process.pid}`)
  const { code, output } = await targets[target].run(next)
  if (code !== 0) {
    rmSync(next, { recursive: true, force: true })
    return { ok: false, why: output.trim() }
  }
  rmSync(at('out', target), { recursive: true, force: true })
  renameSync(next, at('out', target))
  mkdirSync(at('.cache', 'build'), { recursive: true })
  writeFileSync(stampOf(target), JSON.stringify({ started }))
  return { ok: true }
}

/**
 * Builds the target where it is stale, telling so on stderr.
 * @param {Target} target
 */
export async function ensureBuilt(target) {
  if (!isStale(target)) return { ok: /** @type {const} */ (true) }
  console.error(`Building ${targets[target].name}…`)
  return build(target)
}

/** @param {readonly string[]} args */
async function main(args) {
  const named = args.filter(arg => !arg.startsWith('--'))
  const unknown = named.find(name => name !== 'all' && !(name in targets))
  if (unknown !== undefined) {
    console.error(`There is no build "${unknown}": use web, desktop, cli or all.`)
    return 2
  }
  const dependencies = await ensureDependencies()
  if (!dependencies.ok) {
    console.error(dependencies.why)
    return 1
  }
  const all = named.length === 0 || named.includes('all')
  for (const target of /** @type {const} */ (['web', 'desktop', 'cli'])) {
    if (!all && !named.includes(target)) continue
    const since = performance.now()
    const built = args.includes('--if-stale') ? await ensureBuilt(target) : await build(target)
    if (!built.ok) {
      console.error(`The build of ${target} failed:\n${built.why}`)
      return 1
    }
    console.log(`${relative(root, at('out', target))} is built (${elapsed(since)})`)
  }
  return 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  requireNode()
  process.exitCode = await main(process.argv.slice(2))
}
