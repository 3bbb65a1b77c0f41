/**
 * What a fresh clone lacks, fetched when it is needed: npm's packages, a browser, a Python environment.
 * Each function returns at once when there is nothing to do.
 */
import { existsSync, readFileSync } from 'node:fs'
import { npm } from './process.mjs'
import { at } from './paths.mjs'

/**
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} Lock
 */

/**
 * Whether what npm has installed is what package-lock.json asks for. Compared by content: a checkout changes times.
 * @param {Lock} wanted package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json
 */
export function satisfies(wanted, installed) {
  return Object.entries(wanted.packages).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || installed.packages[path]?.version === version
  )
}

function isInstalled() {
  const installed = at('node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  /** @param {string} path @returns {Lock} */
  const read = path => JSON.parse(readFileSync(path, 'utf8'))
  return satisfies(read(at('package-lock.json')), read(installed))
}

/**
 * Installs npm's packages unless they are there already, saying so on stderr.
 * @returns {Promise<{ ok: true } | { ok: false, why: string }>}
 */
export async function ensureDependencies() {
  if (isInstalled()) return { ok: true }
  console.error('Installing npm packages (once)…')
  const { code } = await npm(['ci', '--include=dev', '--loglevel=error'], { output: 'stderr' })
  return code === 0 ? { ok: true } : { ok: false, why: '"npm ci" failed; its message stands above.' }
}

/** Node 20.19 is the oldest that our tools accept. Ends the process on an older one. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `Blockprop needs Node 20.19 or newer; this is Node ${process.versions.node}. See https://nodejs.org.`
  )
  process.exit(1)
}
