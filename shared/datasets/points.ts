import { tensor } from '../blocks/tensor-type'
import { normals, uniforms } from '../network/philox'
import { ok } from '../result'
import { bytesOf } from './bytes-of'
import { rowsOf } from './csv-rows'
import type { Dataset, DatasetInfo } from './dataset'

/** Enough for a clear picture, and few enough to learn in seconds. */
const SIZE = 1000
const SEED = 1

/** Random numbers for each sample: two in [0, 1), and noise of mean 0 and deviation 1 for x and y. */
export interface Draw {
  readonly u: number
  readonly v: number
  readonly dx: number
  readonly dy: number
}

interface PointsSpec extends Pick<DatasetInfo, 'id' | 'label' | 'summary' | 'sha256'> {
  readonly classes: readonly string[]
  /** Where a sample of a class lies, about −1 to 1. */
  readonly place: (label: number, draw: Draw) => readonly [x: number, y: number]
}

/** Points in the plane, in classes of the same size, made from a rule. */
export function pointsDataset({ classes, place, ...about }: PointsSpec): Dataset {
  const dataset: Dataset = {
    ...about,
    licence: 'CC0 1.0',
    source: 'Made by Blockprop from a rule; nothing is downloaded',
    task: 'classification',
    fields: [
      {
        name: 'point',
        label: 'Point',
        kind: 'vector',
        type: tensor([2]),
        columns: ['x', 'y'],
        preprocessing: 'standardise'
      },
      { name: 'label', label: 'Label', kind: 'category', type: tensor([], 'int32'), classes }
    ],
    size: SIZE,
    fixedTest: 0,
    split: { train: 700, validation: 150, test: 150 },
    origin: { kind: 'generated', make: () => csvOf(about.id, classes, place) },

    async load(read) {
      const bytes = await bytesOf(dataset, read)
      if (!bytes.ok) return bytes
      const rows = rowsOf(bytes.value)
      return ok({
        info: dataset,
        size: rows.length,
        columns: new Map([
          [
            'point',
            {
              shape: [2],
              dtype: 'float32',
              stored: Float32Array.from(rows.flatMap(([x, y]) => [Number(x), Number(y)])),
              divisor: 1
            }
          ],
          [
            'label',
            {
              shape: [],
              dtype: 'int32',
              stored: Int32Array.from(rows, row => classes.indexOf(row[2] ?? '')),
              divisor: 1
            }
          ]
        ]),
        testRows: new Int32Array()
      })
    }
  }
  return dataset
}

/**
 * Classes take turns, so that the first samples show them all. Thousandths, since sines and logarithms may differ
 * in their last bit from one engine to another.
 */
function csvOf(id: string, classes: readonly string[], place: PointsSpec['place']): Uint8Array<ArrayBuffer> {
  const even = uniforms(SEED, 0, `points: ${id}`, SIZE * 2)
  const noise = normals(SEED, 0, `points: ${id}: noise`, SIZE * 2)
  const lines = Array.from({ length: SIZE }, (_, i) => {
    const label = i % classes.length
    const draw = {
      u: even[i * 2] ?? 0,
      v: even[i * 2 + 1] ?? 0,
      dx: noise[i * 2] ?? 0,
      dy: noise[i * 2 + 1] ?? 0
    }
    const [x, y] = place(label, draw)
    return `${x.toFixed(3)},${y.toFixed(3)},${classes[label] ?? ''}\n`
  })
  return new TextEncoder().encode(`x,y,label\n${lines.join('')}`)
}
