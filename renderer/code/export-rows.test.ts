import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { notebook } from '../../shared/codegen/forms/notebook'
import { script } from '../../shared/codegen/forms/script'
import { TARGETS } from '../../shared/codegen/registry'
import { modelSourceOf } from '../../shared/codegen/source'
import { readDocument } from '../../shared/document/read'
import { networkOf } from '../../shared/network/network-of'
import { exportRows } from './export-rows'

const file = readDocument(readFileSync(new URL('../../shared/examples/iris-mlp.blockprop', import.meta.url)))
if (!file.ok) throw new Error(file.error.message)
const made = networkOf(file.value.document)
if (!made.ok) throw new Error('the example has problems')
const source = modelSourceOf(file.value.document, made.value.network)
const known = {
  forms: [script],
  hasWeights: false,
  weightBytes: 1200,
  sizes: null,
  units: 'decimal' as const
}

describe.each(TARGETS)('$label', target => {
  const sizeOf = (name: string, given: Partial<Parameters<typeof exportRows>[2]> = {}) =>
    exportRows(target, source, { ...known, ...given }).find(row => row.file === name)?.size

  it('lists what is in it, and what can be', () => {
    const rows = exportRows(target, source, { ...known, forms: [notebook] })
    expect(rows.map(row => [row.file, row.kind.kind === 'form' ? row.kind.chosen : row.kind.kind])).toEqual([
      ['model.py', false],
      ['model.ipynb', true],
      ['data.npz', 'always'],
      [target.weightsFile, 'weights'],
      ['requirements.txt', 'always'],
      ['README.md', 'always']
    ])
  })

  it('knows sizes exactly, or says what they are at most', () => {
    expect(sizeOf('requirements.txt')).toMatch(/^\d+ B$/)
    // 150 flowers of 4 lengths and a species, and the rows of the parts.
    expect(sizeOf('data.npz')).toBe('up to 3.6 kB')
    expect(sizeOf(target.weightsFile)).toBe('about 1.2 kB')
    expect(sizeOf(target.weightsFile, { units: 'binary' })).toBe('about 1.17 KiB')
    const sizes = new Map([['data.npz', 2000]])
    expect(sizeOf('data.npz', { sizes })).toBe('2 kB')
  })

  it('without data has none', () => {
    const rows = exportRows(target, { network: source.network }, known)
    expect(rows.map(row => row.file)).not.toContain('data.npz')
  })
})
