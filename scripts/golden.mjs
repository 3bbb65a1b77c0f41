/**
 * npm run golden
 * Writes the code of every example beside it, as the generators give it now.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { at } from './paths.mjs'
import { ensureDependencies, requireNode } from './setup.mjs'

requireNode()
const dependencies = await ensureDependencies()
if (!dependencies.ok) {
  console.error(dependencies.why)
  process.exit(1)
}
const { runnerImport } = await import('vite')
/** @type {{ module: { goldenCode: (file: Uint8Array) => ReadonlyMap<string, string> } }} */
const { module } = await runnerImport(at('shared', 'codegen', 'golden.ts'), {
  configFile: false,
  logLevel: 'error'
})
const folder = at('shared', 'examples')
const ending = '.blockprop'
for (const file of readdirSync(folder).filter(name => name.endsWith(ending))) {
  const name = file.slice(0, -ending.length)
  for (const [codeEnding, code] of module.goldenCode(readFileSync(join(folder, file))))
    writeFileSync(join(folder, `${name}.${codeEnding}`), code)
}
