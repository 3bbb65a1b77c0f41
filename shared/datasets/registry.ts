import { circle } from './circle'
import type { Dataset } from './dataset'
import { gaussians } from './gaussians'
import { iris } from './iris'
import { mnist } from './mnist'
import { names } from './names'
import { spiral } from './spiral'
import { xor } from './xor'

/** In the order in which they are offered. */
export const datasets: readonly Dataset[] = [
  mnist, //
  iris,
  names,
  circle,
  xor,
  gaussians,
  spiral
]

export function findDataset(id: string): Dataset | null {
  return datasets.find(dataset => dataset.id === id) ?? null
}
