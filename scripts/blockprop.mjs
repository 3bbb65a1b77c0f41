#!/usr/bin/env node
/** The command `blockprop`. It builds itself when its sources have changed, since Node 20 runs no TypeScript. */
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { at } from './paths.mjs'
import { ensureDependencies, requireNode } from './setup.mjs'

requireNode()

// A reader that has seen enough, such as `| head`, is no error.
process.stdout.on('error', error => {
  if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EPIPE') process.exit()
  throw error
})

async function prepare() {
  const dependencies = await ensureDependencies()
  return dependencies.ok ? ensureBuilt('cli') : dependencies
}

const ready = await prepare()
if (ready.ok) {
  /** @type {{ main: (argv: readonly string[]) => Promise<number> }} */
  const { main } = await import(pathToFileURL(at('out', 'cli', 'index.mjs')).href)
  process.exitCode = await main(process.argv.slice(2))
} else {
  console.error(`The command line could not be built:\n${ready.why}`)
  process.exitCode = 1
}
