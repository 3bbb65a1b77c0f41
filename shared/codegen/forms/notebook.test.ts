import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../document/read'
import { networkOf } from '../../network/network-of'
import { TARGETS } from '../registry'
import { modelSourceOf } from '../source'
import type { ModelSource } from '../target'
import { notebook } from './notebook'

interface Cell {
  readonly cell_type: 'markdown' | 'code'
  readonly id: string
  readonly source: readonly string[]
}

function sourceOf(example: string): ModelSource {
  const file = readDocument(readFileSync(new URL(`../../examples/${example}.blockprop`, import.meta.url)))
  if (!file.ok) throw new Error(file.error.message)
  const made = networkOf(file.value.document)
  if (!made.ok) throw new Error('the example has problems')
  return modelSourceOf(file.value.document, made.value.network)
}

describe.each(TARGETS)('a notebook in $label', target => {
  const written = (source: ModelSource, hasWeights = false) =>
    JSON.parse(target.texts(source, { forms: [notebook], hasWeights }).get(notebook.file) ?? '') as {
      readonly cells: readonly Cell[]
    } & Readonly<Record<string, unknown>>
  const code = ({ cells }: ReturnType<typeof written>): string =>
    cells.flatMap(cell => (cell.cell_type === 'code' ? [`${cell.source.join('')}\n`] : [])).join('\n')
  const parts = ({ cells }: ReturnType<typeof written>): readonly string[] =>
    cells.flatMap(cell => (cell.cell_type === 'code' ? [cell.id] : []))
  const digits = sourceOf('digits-mlp')

  test('is of nbformat 4.5, for Python, with cells that all have ids of their own', () => {
    const made = written(digits)
    expect(made).toMatchObject({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {
        kernelspec: { name: 'python3', display_name: 'Python 3' },
        language_info: { name: 'python' }
      }
    })
    for (const cell of made.cells) {
      expect(cell.id).toMatch(/^[a-zA-Z0-9-_]{1,64}$/)
      expect(Object.keys(cell).toSorted()).toEqual(
        cell.cell_type === 'code'
          ? ['cell_type', 'execution_count', 'id', 'metadata', 'outputs', 'source']
          : ['cell_type', 'id', 'metadata', 'source']
      )
      expect(cell.source.slice(0, -1).every(line => line.endsWith('\n'))).toBe(true)
    }
    expect(new Set(made.cells.map(cell => cell.id)).size).toBe(made.cells.length)
  })

  test('has all functions and classes of model.py but those for the terminal, word for word', () => {
    const blocksOf = (text: string): readonly string[] =>
      text
        .split(/\n(?=\S)/)
        .map(block => block.trim())
        .filter(block => /^(@|def |class )/.test(block))
    const script = blocksOf(target.model(digits).text)
    const wanted = script.filter(block => !/^def (main|read_arguments)\(/.test(block))
    expect(wanted.length).toBeGreaterThan(5)
    expect(blocksOf(code(written(digits)))).toEqual(expect.arrayContaining([...wanted]))
  })

  test('asks for nothing that a notebook has not: no terminal, no file of its own', () => {
    expect(code(written(digits))).not.toMatch(/argparse|__file__|__name__/)
    expect(code(written(digits))).toContain('DATA_FILE = "data.npz"')
  })

  test('its first cell has the imports of all', () => {
    const [setup, ...others] = written(digits).cells.filter(cell => cell.cell_type === 'code')
    expect(setup?.source.join('')).toContain('import numpy as np')
    expect(others.flatMap(cell => cell.source).filter(line => /^(import|from) /.test(line))).toEqual([])
  })

  test('trains; with weights it takes them, and trains on where asked', () => {
    const alone = ['setup', 'data', 'network', 'learning', 'training', 'test', 'answers', 'saving']
    expect(parts(written(digits))).toEqual(alone)
    expect(parts(written(digits, true))).toEqual(alone.toSpliced(4, 0, 'weights'))
    expect(code(written(digits))).not.toContain('TRAIN_ON')
    expect(code(written(digits, true))).toContain('TRAIN_ON = False\nif TRAIN_ON:')
    expect(code(written(digits, true))).toContain(`"${target.weightsFile}"`)
  })

  test('without data it is the network alone; without a test nothing is tested', () => {
    expect(parts(written({ network: digits.network }))).toEqual(['setup', 'network', 'answers'])
    const data = digits.data && { ...digits.data, split: { train: 10, validation: 0, test: 0 } }
    const untested = written({ network: digits.network, ...(data && { data }) })
    expect(parts(untested)).not.toContain('test')
    expect(code(untested)).not.toMatch(/test_data|validation_data/)
  })

  test('a name is only text', () => {
    const named = { ...digits, network: { ...digits.network, name: 'My $x$ <b>#1</b>' } }
    expect(written(named).cells[0]?.source[0]).toBe('# My \\$x\\$ \\<b\\>\\#1\\</b\\>\n')
  })
})
