import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { notebook } from '../../shared/codegen/forms/notebook'
import { TARGETS } from '../../shared/codegen/registry'
import type { Target } from '../../shared/codegen/target'
import { exampleDocument, exampleNames, lowered, smallExport } from './example-documents'
import { black, runPython } from './python'

interface Cell {
  readonly cell_type: string
  readonly source: readonly string[]
}

const folders: string[] = []
afterAll(() => folders.forEach(folder => rmSync(folder, { recursive: true, force: true })))

/** The folder of a notebook, and the code of its cells. */
async function written(target: Target, name: string, withWeights: boolean) {
  const document = exampleDocument(name)
  const short = { ...document, training: { ...document.training, epochs: 2 } }
  const { network, data, weights } = await smallExport(short, lowered(short))
  const files = target.files({ network, ...(data && { data }), ...(withWeights && weights && { weights }) }, [
    notebook
  ])
  if (!files.ok) throw new Error(files.error)
  const folder = mkdtempSync(join(tmpdir(), 'blockprop-notebook-'))
  folders.push(folder)
  for (const [path, bytes] of files.value) writeFileSync(join(folder, path), bytes)
  const { cells } = JSON.parse(new TextDecoder().decode(files.value.get(notebook.file))) as {
    readonly cells: readonly Cell[]
  }
  return { folder, cells: cells.filter(cell => cell.cell_type === 'code').map(cell => cell.source.join('')) }
}

/** Runs the cells as a kernel does: one after another, in one namespace, beside the files. */
async function runCells(folder: string, cells: readonly string[]): Promise<string> {
  const code = `
import json, os
cells = json.loads(bytes(arrays["cells"]).decode("utf-8"))
space = {"__name__": "__main__"}
for n, cell in enumerate(cells):
    exec(compile(cell, f"cell {n}", "exec"), space)
result["files"] = sorted(os.listdir("."))`
  const data = new TextEncoder().encode(JSON.stringify(cells))
  const { text, values } = await runPython(code, {
    folder,
    arrays: { cells: { dtype: 'uint8', shape: [data.length], data } }
  })
  expect(values['files']).toContainEqual(expect.stringMatching(/^trained\./))
  return text
}

describe.each(TARGETS)('a notebook for $label', target => {
  test.each(exampleNames)('%s: black leaves each cell as it is', async name => {
    const { cells } = await written(target, name, true)
    for (const cell of cells) expect(await black(cell)).toBe(`${cell}\n`)
  })

  test('digits-mlp: run from top to bottom it trains for two epochs, tests, answers and saves', async () => {
    const { folder, cells } = await written(target, 'digits-mlp', false)
    const text = await runCells(folder, cells)
    expect(text).toMatch(/epoch 2\/2/i)
    expect(text).toMatch(/^test: .*\bloss \d+\.\d{4}\b/m)
    expect(text).toMatch(/^predicted: \[\d/m)
  })

  test('digits-residual, with weights: they are tested as they are, groups and all', async () => {
    const { folder, cells } = await written(target, 'digits-residual', true)
    const text = await runCells(folder, cells)
    expect(text).not.toMatch(/epoch \d/i)
    expect(text).toMatch(/^test: .*\bloss \d+\.\d{4}\b/m)
  })
})
