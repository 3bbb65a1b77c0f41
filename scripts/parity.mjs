/**
 * npm run test:parity [-- --runs N] [--seed N]
 * Every case of every block in tfjs, Keras and PyTorch against the interpreter, and all else that is compared with the
 * frameworks: among it N random graphs (100 unless told). Then the table of docs/parity.md is printed and written anew.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { at } from './paths.mjs'
import { tool } from './process.mjs'
import { parityTable } from './parity-table.mjs'
import { ensurePython } from './python.mjs'
import { ensureDependencies, requireNode } from './setup.mjs'

const page = at('docs', 'parity.md')
const facts = at('.cache', 'tests', 'parity-facts.jsonl')
const [begin, end] = ['<!-- table -->', '<!-- end of the table -->']

/** @returns {Promise<number>} */
async function main() {
  const dependencies = await ensureDependencies()
  const python = await ensurePython()
  for (const step of [dependencies, python]) {
    if (step.ok) continue
    console.error(step.why)
    return 1
  }
  mkdirSync(at('.cache', 'tests'), { recursive: true })
  rmSync(facts, { force: true })
  const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } })
  const env = {
    BLOCKPROP_PARITY_FACTS: facts,
    ...(values.runs !== undefined && { BLOCKPROP_GRAPHS: values.runs }),
    ...(values.seed !== undefined && { BLOCKPROP_SEED: values.seed }),
    ...(python.ok && { BLOCKPROP_PYTHON: python.python })
  }
  let failed = 0
  for (const args of [
    ['shared/engine/blocks-against-operations'],
    ['--config', 'e2e/parity/vitest.config.ts']
  ]) {
    const { code } = await tool('vitest/vitest.mjs', ['run', '--reporter=dot', ...args], {
      output: 'inherit',
      env
    })
    if (code !== 0) failed++
  }
  const table = parityTable(
    readFileSync(facts, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
  )
  console.log(table)
  if (failed > 0) return 1
  const text = readFileSync(page, 'utf8')
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from === -1 || to < from) {
    console.error(`${page} has no “${begin}” before “${end}”.`)
    return 1
  }
  writeFileSync(page, `${text.slice(0, from + begin.length)}\n\n${table}\n${text.slice(to)}`)
  await tool('prettier/bin/prettier.cjs', ['--write', '--log-level', 'warn', page])
  return 0
}

requireNode()
process.exitCode = await main()
