import type { Dataset } from './dataset'
import { iris } from './iris'
import { mnist } from './mnist'
import { names } from './names'

/** In the order in which they are offered. */
export const datasets: readonly Dataset[] = [
  mnist, //
  iris,
  names
]

export function findDataset(id: string): Dataset | null {
  return datasets.find(dataset => dataset.id === id) ?? null
}
