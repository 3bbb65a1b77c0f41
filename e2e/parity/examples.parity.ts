import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TARGETS } from '../../shared/codegen/registry'
import type { ExportFiles } from '../../shared/codegen/target'
import type { Arrays } from '../../shared/network/interpret'
import { countWeights } from '../../shared/network/summary'
import { venvPython } from '../../scripts/python.mjs'
import { difference } from './compare'
import { exampleDocument, exampleNames, lowered, samples, smallExport } from './example-documents'
import { resultsOf, runModels, type Framework, type ModelRun } from './models'
import { black, runPython } from './python'
import { referenceOutputs } from './reference'

const SAMPLES = 64
const frameworks: readonly Framework[] = ['keras', 'pytorch']
const examples = exampleNames.map(name => {
  const document = exampleDocument(name)
  return { name, document, ...lowered(document) }
})

const known = new Map<number, Promise<Arrays>>()
/** The interpreter takes seconds: once for both frameworks. */
function references(n: number): Promise<Arrays> {
  const example = examples[n]
  if (!example) throw new Error(`there is no example ${n}`)
  const { document, flat, weights } = example
  const made =
    known.get(n) ??
    samples(document, example, SAMPLES).then(({ inputs }) => referenceOutputs(flat, weights, inputs))
  known.set(n, made)
  return made
}

describe.each(frameworks)('%s', framework => {
  let runs: readonly ModelRun[] = []
  beforeAll(async () => {
    const cases = examples.map(async ({ document, ...model }) => ({
      source: model.source,
      weights: model.weights,
      inputs: (await samples(document, model, SAMPLES)).inputs
    }))
    runs = await runModels(framework, await Promise.all(cases))
  }, 300_000)

  test.each(examples.map(({ name }, n) => [name, n] as const))('%s: as many numbers to train', (_name, n) => {
    const flat = examples[n]?.flat
    expect(resultsOf(runs[n]).trainable).toBe(flat && countWeights(flat).trainable)
  })

  test.each(examples.map(({ name }, n) => [name, n] as const))('%s: the same outputs', async (_name, n) => {
    const example = examples[n]
    if (!example) throw new Error(`there is no example ${n}`)
    const { flat } = example
    const reference = await references(n)
    const problems = flat.outputs.map(({ block }, i) => {
      const expected = reference[block]
      return expected ? difference(resultsOf(runs[n]).outputs[i], expected, 1e-4) : `no ${block}`
    })
    expect(problems).toEqual(flat.outputs.map(() => null))
  })
})

describe.each(TARGETS)('a folder for $label', target => {
  const folders: string[] = []
  afterAll(() => folders.forEach(folder => rmSync(folder, { recursive: true, force: true })))
  const written = async (n: number): Promise<{ readonly folder: string; readonly files: ExportFiles }> => {
    const example = examples[n]
    if (!example) throw new Error(`there is no example ${n}`)
    const files = target.files(await smallExport(example.document, example))
    if (!files.ok) throw new Error(files.error)
    const folder = mkdtempSync(join(tmpdir(), 'blockprop-export-'))
    folders.push(folder)
    for (const [path, bytes] of files.value) writeFileSync(join(folder, path), bytes)
    return { folder, files: files.value }
  }

  test.each(examples.map(({ name }, n) => [name, n] as const))(
    '%s: black leaves model.py as it is, and main() trains, tests and predicts',
    async (_name, n) => {
      const { folder, files } = await written(n)
      const code = new TextDecoder().decode(files.get('model.py'))
      expect(await black(code)).toBe(code)
      const weightsFile = [...files.keys()].find(path => path.startsWith('weights.'))
      const { text } = await runPython(
        `
import sys, model
for options in (["--epochs", "1", "--save", "kept.npz"], ["--weights", "${weightsFile}"]):
    sys.argv = ["model.py", *options]
    model.main()`,
        { folder }
      )
      expect(text.match(/^test: .*\bloss \d+\.\d{4}\b/gm)).toHaveLength(2)
      expect(text.match(/^predicted: /gm)).toHaveLength(2)
    }
  )

  test('it runs alone: python model.py --epochs 1', async () => {
    const { folder } = await written(0)
    const python = process.env['BLOCKPROP_PYTHON'] ?? venvPython
    const { stdout } = await promisify(execFile)(python, [join(folder, 'model.py'), '--epochs', '1'], {
      cwd: tmpdir()
    })
    expect(stdout).toMatch(/^test: .*loss \d/m)
  })
})
