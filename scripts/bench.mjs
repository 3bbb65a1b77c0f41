/**
 * npm run bench -- NAME [--json]
 * Runs e2e/bench/NAME.bench.ts, bundled as the command line is, so that what users run is what is measured. Its default
 * export is an async function that gives rows: records of numbers and strings.
 */
import { existsSync, readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { at } from './paths.mjs'
import { tool } from './process.mjs'
import { ensureDependencies, requireNode } from './setup.mjs'

/** @typedef {readonly Readonly<Record<string, number | string>>[]} Rows */

const folder = at('e2e', 'bench')
const ending = '.bench.ts'

function names() {
  const files = existsSync(folder) ? readdirSync(folder) : []
  return files.filter(file => file.endsWith(ending)).map(file => file.slice(0, -ending.length))
}

/** @param {readonly string[]} args */
async function main(args) {
  const name = args.find(arg => !arg.startsWith('--'))
  if (name === undefined || !names().includes(name)) {
    const all = names()
    const choice =
      all.length > 0 ? `one of: ${all.join(', ')}` : 'none is there yet (e2e/bench/NAME.bench.ts)'
    console.error(`${name === undefined ? 'Name a bench' : `There is no bench "${name}"`}: ${choice}`)
    return 2
  }
  const dependencies = await ensureDependencies()
  if (!dependencies.ok) {
    console.error(dependencies.why)
    return 1
  }
  // As deep as out/cli, so that paths relative to a module hold.
  const outDir = at('out', `bench-${name}`)
  const built = await tool(
    'vite/bin/vite.js',
    ['build', '--config', 'vite.config.ts', '--mode', 'cli', '--logLevel', 'warn', '--outDir', outDir],
    { env: { BLOCKPROP_ENTRY: at('e2e', 'bench', `${name}${ending}`) } }
  )
  if (built.code !== 0) {
    console.error(built.output.trim())
    return 1
  }
  /** @type {{ default: () => Promise<Rows> }} */
  const bench = await import(pathToFileURL(at('out', `bench-${name}`, `${name}.bench.mjs`)).href)
  const rows = await bench.default()
  if (args.includes('--json')) console.log(JSON.stringify(rows))
  else console.table(rows)
  return 0
}

requireNode()
process.exitCode = await main(process.argv.slice(2))
