/** `npm run check`: all that can be said without running the app. Prints the output of what fails. */
import { ensureBuilt } from './build.mjs'
import { elapsed, tool } from './process.mjs'
import { ensureDependencies, requireNode } from './setup.mjs'

/** @typedef {{ code: number, output: string }} Outcome */

async function sizes() {
  const built = await ensureBuilt('web')
  return built.ok ? tool('size-limit/bin.js', []) : { code: 1, output: built.why }
}

/** @type {readonly (readonly [string, () => Promise<Outcome>])[]} the slow ones first: two run at a time */
const checks = [
  ['types', () => tool('typescript/bin/tsc', ['--project', '.', '--noEmit'])],
  ['eslint', () => tool('eslint/bin/eslint.js', ['.', '--max-warnings', '0'])],
  ['prettier', () => tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])],
  [
    'imports',
    () =>
      tool('dependency-cruiser/bin/dependency-cruise.mjs', ['main', 'renderer', 'shared', 'e2e', 'scripts'])
  ],
  ['unused', () => tool('knip/bin/knip.js', ['--no-progress'])],
  ['size', sizes]
]

async function main() {
  const dependencies = await ensureDependencies()
  if (!dependencies.ok) {
    console.error(dependencies.why)
    return 1
  }
  /** @type {string[]} */
  const failed = []
  const queue = [...checks]
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [name, check] = next
      const since = performance.now()
      const { code, output } = await check()
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(9)} ${elapsed(since)}`)
      if (code === 0) continue
      failed.push(name)
      console.log(output.trim().replaceAll(/^/gm, '  '))
    }
  }
  await Promise.all([work(), work()])
  console.log(failed.length === 0 ? '\nAll checks pass.' : `\nFailed: ${failed.join(', ')}.`)
  return failed.length === 0 ? 0 : 1
}

requireNode()
process.exitCode = await main()
