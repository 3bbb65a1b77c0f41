/**
 * npm run golden
 * Writes the code of every example beside it, as the generators give it now.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { at } from './paths.mjs'
import { tool } from './process.mjs'
import { ensureDependencies, requireNode } from './setup.mjs'

async function main() {
  const dependencies = await ensureDependencies()
  if (!dependencies.ok) {
    console.error(dependencies.why)
    return 1
  }
  const outDir = at('out', 'golden')
  const built = await tool(
    'vite/bin/vite.js',
    ['build', '--config', 'vite.config.ts', '--mode', 'cli', '--logLevel', 'warn', '--outDir', outDir],
    { env: { BLOCKPROP_ENTRY: at('shared', 'codegen', 'golden.ts') } }
  )
  if (built.code !== 0) {
    console.error(built.output.trim())
    return 1
  }
  /** @type {{ goldenCode: (file: Uint8Array) => ReadonlyMap<string, string> }} */
  const { goldenCode } = await import(pathToFileURL(join(outDir, 'golden.mjs')).href)
  const folder = at('shared', 'examples')
  const ending = '.blockprop'
  for (const file of readdirSync(folder).filter(name => name.endsWith(ending)))
    for (const [codeEnding, code] of goldenCode(readFileSync(join(folder, file))))
      writeFileSync(join(folder, `${file.slice(0, -ending.length)}.${codeEnding}`), code)
  return 0
}

requireNode()
process.exitCode = await main()
