import { tensor } from '../blocks/tensor-type'
import { ok } from '../result'
import { bytesOf } from './bytes-of'
import { rowsOf } from './csv-rows'
import type { Dataset } from './dataset'

const species = ['setosa', 'versicolor', 'virginica']

export const iris: Dataset = {
  id: 'iris',
  label: 'Iris flowers',
  summary: '150 flowers, four lengths each: which of three species is it?',
  licence: 'CC BY 4.0',
  source: 'R. A. Fisher (1936), UCI Machine Learning Repository, doi.org/10.24432/C56C76',
  task: 'classification',
  fields: [
    {
      name: 'measurements',
      label: 'Measurements',
      kind: 'vector',
      type: tensor([4]),
      columns: ['sepal length (cm)', 'sepal width (cm)', 'petal length (cm)', 'petal width (cm)'],
      preprocessing: 'standardise'
    },
    { name: 'species', label: 'Species', kind: 'category', type: tensor([], 'int32'), classes: species }
  ],
  size: 150,
  fixedTest: 0,
  split: { train: 90, validation: 30, test: 30 },
  sha256: '30821fb97cfd3335f67711058ee448fe1784557c374c82e52645e78563bafdb1',
  origin: { kind: 'file', asset: 'iris.csv.gz', bytes: 3736 },

  async load(read) {
    const bytes = await bytesOf(iris, read)
    if (!bytes.ok) return bytes
    const rows = rowsOf(bytes.value)
    const numbers = Float32Array.from(rows.flatMap(row => row.slice(0, 4).map(Number)))
    const labels = Int32Array.from(rows, row => species.indexOf(row[4] ?? ''))
    return ok({
      info: iris,
      size: rows.length,
      columns: new Map([
        ['measurements', { shape: [4], dtype: 'float32', stored: numbers, divisor: 1 }],
        ['species', { shape: [], dtype: 'int32', stored: labels, divisor: 1 }]
      ]),
      testRows: new Int32Array()
    })
  }
}
