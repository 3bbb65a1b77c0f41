import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { EXAMPLES } from '../../shared/examples/registry'

const run = promisify(execFile)

interface Scores {
  readonly loss: number
  readonly accuracy: number
}

/** One of each kind; the others where there is time. */
const always = ['digits-mlp', 'iris-mlp', 'spiral-mlp', 'names-attention']
const trained = EXAMPLES.filter(({ name }) => process.env['BLOCKPROP_FULL'] === '1' || always.includes(name))

it.each(trained)('$name reaches $score', async ({ name, score }) => {
  const file = `shared/examples/${name}.blockprop`
  const { stdout } = await run(process.execPath, [
    'scripts/blockprop.mjs',
    'train',
    file,
    '--seed',
    '7',
    '--json'
  ])
  const last = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { test: Scores; validation: Scores }
  process.stdout.write(`${name}: test accuracy ${last.test.accuracy.toFixed(3)}, stated ${score}\n`)
  expect(last.test.accuracy).toBeGreaterThanOrEqual(score)
  expect(last.validation.accuracy).toBeGreaterThanOrEqual(score - 0.05)
})
