import type { LoadedDataset } from '../datasets/dataset'
import { gather } from '../datasets/gather'
import type { Batch } from '../engine/network-engine'
import type { FlatNetwork } from '../network/flatten'
import { permutation } from '../network/philox'
import type { Plain } from './protocol'

/** The batch of some rows: each input's field, each output's target. */
export function batchOf(network: FlatNetwork, dataset: LoadedDataset, rows: Int32Array): Batch {
  return {
    size: rows.length,
    inputs: Object.fromEntries(
      network.inputs.map(({ block, field }) => [block, valuesOf(dataset, field, rows)])
    ),
    targets: Object.fromEntries(
      network.outputs.map(({ block, target }) => [block, valuesOf(dataset, target, rows)])
    )
  }
}

function valuesOf(dataset: LoadedDataset, field: string, rows: Int32Array): Plain {
  const column = dataset.columns.get(field)
  if (!column) throw new Error(`${dataset.info.id} has no field ${field}`)
  return { shape: [rows.length, ...column.shape], data: gather(column, rows) }
}

/** Rows in pieces of `size`, the last one perhaps shorter. */
export function* pieces(rows: Int32Array, size: number): Generator<Int32Array> {
  for (let at = 0; at < rows.length; at += size) yield rows.subarray(at, at + size)
}

/** The order of an epoch: the same for the same seed, on every machine. */
export function shuffledRows(rows: Int32Array, seed: number, epoch: number): Int32Array {
  return permutation(seed, 'shuffle', rows.length, epoch).map(place => rows[place] ?? 0)
}
