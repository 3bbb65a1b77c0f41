/** The tables of all blocks; for tests alone. */
import { cases as activation } from '../activation.cases'
import { cases as add } from '../add.cases'
import { cases as averagePooling2d } from '../average-pooling2d.cases'
import { cases as batchNormalization } from '../batch-normalization.cases'
import { cases as concatenate } from '../concatenate.cases'
import { cases as conv2d } from '../conv2d.cases'
import { cases as dense } from '../dense.cases'
import { cases as dropout } from '../dropout.cases'
import { cases as embedding } from '../embedding.cases'
import { cases as flatten } from '../flatten.cases'
import { cases as globalAveragePooling1d } from '../global-average-pooling1d.cases'
import { cases as layerNormalization } from '../layer-normalization.cases'
import { cases as lstm } from '../lstm.cases'
import { cases as maxPooling2d } from '../max-pooling2d.cases'
import { cases as multiHeadAttention } from '../multi-head-attention.cases'
import type { BlockCase } from './block-case'

/** The cases of every layer block, by its type; `cases.test.ts` names a block that has none. */
export const BLOCK_CASES: Readonly<Record<string, readonly BlockCase[]>> = {
  activation,
  add,
  averagePooling2d,
  batchNormalization,
  concatenate,
  conv2d,
  dense,
  dropout,
  embedding,
  flatten,
  globalAveragePooling1d,
  layerNormalization,
  lstm,
  maxPooling2d,
  multiHeadAttention
}

/** Each case with its block and name, as a row for `it.each`. */
export const ALL_CASES: readonly (readonly [type: string, name: string, row: BlockCase])[] = Object.entries(
  BLOCK_CASES
).flatMap(([type, rows]) => rows.map(row => [type, row.name, row] as const))
