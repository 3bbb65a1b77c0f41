import { tensor } from '../blocks/tensor-type'
import { ok } from '../result'
import { bytesOf } from './bytes-of'
import { rowsOf } from './csv-rows'
import type { Dataset } from './dataset'

/** The longest name has as many letters. */
const LENGTH = 12
const alphabet = 'abcdefghijklmnopqrstuvwxyz'
const lists = ['female', 'male']

/** Names of 2 to 12 letters a to z, each in one of the lists only; see scripts/datasets/names.mjs. */
export const names: Dataset = {
  id: 'names',
  label: 'First names',
  summary: '7,983 English first names, letter by letter: is it from the list of female or of male names?',
  licence: 'CC0 1.0',
  source: 'Grady Ward: Moby Word II (2002), by way of stdlib',
  task: 'classification',
  fields: [
    {
      name: 'letters',
      label: 'Letters',
      kind: 'tokens',
      type: tensor([LENGTH], 'int32'),
      vocabulary: ['', ...Array.from(alphabet)]
    },
    { name: 'list', label: 'List', kind: 'category', type: tensor([], 'int32'), classes: lists }
  ],
  size: 7983,
  fixedTest: 0,
  split: { train: 5983, validation: 1000, test: 1000 },
  sha256: '06456c41514d4a26a0fac5a2d2beea978d64c7ca9b2489e5e06697b38488403d',
  origin: { kind: 'file', asset: 'names.csv.gz', bytes: 105_318 },

  async load(read) {
    const bytes = await bytesOf(names, read)
    if (!bytes.ok) return bytes
    const rows = rowsOf(bytes.value)
    const letters = new Int32Array(rows.length * LENGTH)
    rows.forEach(([name = ''], i) => letters.set(tokensOf(name), i * LENGTH))
    const labels = Int32Array.from(rows, row => lists.indexOf(row[1] ?? ''))
    return ok({
      info: names,
      size: rows.length,
      columns: new Map([
        ['letters', { shape: [LENGTH], dtype: 'int32', stored: letters, divisor: 1 }],
        ['list', { shape: [], dtype: 'int32', stored: labels, divisor: 1 }]
      ]),
      testRows: new Int32Array()
    })
  }
}

/** 1 to 26 for a to z, in either case; other characters are left out. Without padding. */
function tokensOf(name: string): readonly number[] {
  return Array.from(name.toLowerCase(), letter => alphabet.indexOf(letter) + 1).filter(token => token > 0)
}
