/** What the tests of lowering share; for tests alone. */
import type { Document } from '../document/schema'
import { analyseOnce, type BriefBlock } from '../graph/testing'
import { flattenNetwork, type FlatNetwork } from './flatten'
import { lower } from './lower'
import type { Network } from './network'

export function lowered(document: Document): Network {
  const result = lower(document, analyseOnce(document))
  if (!result.ok) throw new Error(result.error.map(problem => problem.message).join('\n'))
  return result.value
}

export function opened(document: Document): FlatNetwork {
  const result = flattenNetwork(lowered(document))
  if (!result.ok) throw new Error(result.error)
  return result.value
}

export const vector: BriefBlock = ['input', { shape: [4] }]
export const dense = (units: number, activation = 'linear', more: BriefBlock[2] = {}): BriefBlock => [
  'dense',
  { units, activation },
  more
]
export const output = (loss = 'crossEntropy'): BriefBlock => ['output', { loss }]
