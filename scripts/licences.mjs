/**
 * npm run licences
 * Writes assets/licences.json, which the About dialog shows: every package that the app is built of, with its licence.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { at } from './paths.mjs'

/** @typedef {{ name: string, version: string, licence: string, text: string }} Licence */

const sources = ['main', 'renderer', 'shared']
const notInTheApp = /\.(test|fixture|cases)\.tsx?$/
/** Electron brings its licences, and Chromium's, beside the program; the others are for tests. */
const apart = new Set(['electron', 'vite', 'vitest', 'fast-check'])
const licenceFile = /^(licen[cs]e|copying)(-mit|-apache)?(\.(md|txt))?$/i

/** A package that names the Apache License, but lacks its text, is under this one. */
const apacheText = 'typescript'

/** @returns {string[]} the packages that the sources import, by name */
function imported() {
  /** @type {Record<string, Record<string, string>>} */
  const { devDependencies = {} } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
  const files = sources
    .flatMap(folder =>
      readdirSync(at(folder), { recursive: true, encoding: 'utf8' }).map(path => at(folder, path))
    )
    .filter(path => /\.tsx?$/.test(path) && !notInTheApp.test(path))
  const text = files.map(path => readFileSync(path, 'utf8')).join('\n')
  return Object.keys(devDependencies).filter(name => {
    const path = name.replaceAll('.', '\\.')
    return (
      !apart.has(name) &&
      new RegExp(`(\\bfrom |\\bimport |\\bimport\\()'${path}['/]|node_modules/${path}/`).test(text)
    )
  })
}

/**
 * Where a package lies that another one needs: as Node looks for it.
 * @param {string} name @param {string} from folder
 * @returns {string | undefined}
 */
function folderOf(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    try {
      readFileSync(join(candidate, 'package.json'))
      return candidate
    } catch {
      if (dirname(folder) === folder) return undefined
    }
  }
}

/** @param {string} folder @returns {string} */
function textIn(folder) {
  const file = readdirSync(folder).find(name => licenceFile.test(name))
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
}

/**
 * What is imported, and what that needs in turn, by name.
 * @returns {Licence[]}
 */
export function licences() {
  /** @type {Map<string, Licence>} */
  const found = new Map()
  const queue = imported().map(name => ({ name, from: at() }))
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { name, from } = next
    const folder = folderOf(name, from)
    // Types leave nothing in the app; what is optional may not be there.
    if (folder === undefined || name.startsWith('@types/')) continue
    const {
      version,
      license,
      dependencies = {}
    } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const key = `${name} ${version}`
    if (found.has(key)) continue
    const text = textIn(folder) || (/apache/i.test(license) ? textIn(at('node_modules', apacheText)) : '')
    found.set(key, { name, version, licence: license, text })
    for (const needed of Object.keys(dependencies)) queue.push({ name: needed, from: folder })
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(at('assets', 'licences.json'), `${JSON.stringify(licences(), null, 2)}\n`)
