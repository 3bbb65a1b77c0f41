import { readFileSync } from 'node:fs'
import type { ExportSource, ModelSource } from '../../shared/codegen/target'
import { modelSourceOf } from '../../shared/codegen/source'
import { gather } from '../../shared/datasets/gather'
import type { LoadedDataset } from '../../shared/datasets/dataset'
import { assetsIn } from '../../shared/datasets/node-read-asset'
import { prepare } from '../../shared/datasets/prepare'
import { findDataset } from '../../shared/datasets/registry'
import { makeSplit } from '../../shared/datasets/split'
import { readDocument } from '../../shared/document/read'
import type { Document } from '../../shared/document/schema'
import { EXAMPLES } from '../../shared/examples/registry'
import { createAnalyser } from '../../shared/graph/analyse'
import { flattenNetwork, type FlatNetwork } from '../../shared/network/flatten'
import { initialWeights, type NetworkWeights } from '../../shared/network/initialise'
import { lower } from '../../shared/network/lower'
import { ndArray, type NdArray } from '../../shared/network/nd-array'

export const exampleNames = EXAMPLES.map(example => example.name)

export function exampleDocument(name: string): Document {
  const file = readDocument(readFileSync(new URL(`../../shared/examples/${name}.blockprop`, import.meta.url)))
  if (!file.ok) throw new Error(`${name}: ${file.error.message}`)
  return file.value.document
}

export interface Lowered {
  readonly source: ModelSource
  readonly flat: FlatNetwork
  readonly weights: NetworkWeights
}

/** As its own settings start it. */
export function lowered(document: Document): Lowered {
  const network = lower(document, createAnalyser()(document))
  if (!network.ok) throw new Error(network.error.map(problem => problem.message).join(' '))
  const flat = flattenNetwork(network.value)
  if (!flat.ok) throw new Error(flat.error)
  const weights = initialWeights(flat.value, document.training.seed)
  return { source: modelSourceOf(document, network.value), flat: flat.value, weights }
}

/** An export with few samples; `parts: 'train'` leaves validation and test empty. */
export async function smallExport(
  document: Document,
  { source, weights }: Lowered,
  parts: 'all' | 'train' = 'all'
): Promise<ExportSource> {
  const loaded = await load(document)
  const dataset = fewRows(loaded, 96)
  const others = parts === 'all' ? 24 : 0
  const split = makeSplit(dataset, { train: 48, validation: others, test: others, seed: 1 })
  if (!split.ok) throw new Error(split.error)
  return {
    network: source.network,
    data: { prepared: prepare(dataset, split.value.train), split: split.value },
    weights
  }
}

/** Samples as the network gets them, in the order of its inputs, and the right answers. */
export async function samples(
  document: Document,
  { flat }: Lowered,
  count: number
): Promise<{ readonly inputs: readonly NdArray[]; readonly targets: readonly NdArray[] }> {
  const loaded = await load(document)
  const split = document.data && makeSplit(loaded, document.data.split)
  if (!split?.ok) throw new Error(`${document.name} has no split`)
  const { dataset } = prepare(loaded, split.value.train)
  const rows = split.value.train.subarray(0, count)
  const of = (field: string): NdArray => {
    const column = dataset.columns.get(field)
    if (!column) throw new Error(`there is no field ${field}`)
    return ndArray([count, ...column.shape], gather(column, rows), column.dtype)
  }
  return {
    inputs: flat.inputs.map(input => of(input.field)),
    targets: flat.outputs.map(output => of(output.target))
  }
}

async function load({ data, name }: Document): Promise<LoadedDataset> {
  const loaded = await (data && findDataset(data.source))?.load(
    assetsIn(new URL('../../assets/datasets/', import.meta.url))
  )
  if (!loaded?.ok) throw new Error(loaded ? loaded.error.message : `${name} has no data`)
  return loaded.value
}

/** As many rows from all over: digits lie sorted. */
function fewRows(dataset: LoadedDataset, count: number): LoadedDataset {
  const rows = Int32Array.from({ length: count }, (_, i) => Math.floor((i * dataset.size) / count))
  const columns = [...dataset.columns].map(([field, column]) => {
    const stored = gather(column, rows)
    return [field, { shape: column.shape, dtype: column.dtype, stored, divisor: 1 }] as const
  })
  return { ...dataset, size: count, columns: new Map(columns), testRows: new Int32Array() }
}
