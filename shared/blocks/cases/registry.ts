/** The tables of all blocks; for tests alone. */
import * as activation from '../activation.cases'
import * as add from '../add.cases'
import * as averagePooling2d from '../average-pooling2d.cases'
import * as batchNormalization from '../batch-normalization.cases'
import * as concatenate from '../concatenate.cases'
import * as conv2d from '../conv2d.cases'
import * as dense from '../dense.cases'
import * as dropout from '../dropout.cases'
import * as embedding from '../embedding.cases'
import * as flatten from '../flatten.cases'
import * as globalAveragePooling1d from '../global-average-pooling1d.cases'
import * as gru from '../gru.cases'
import * as layerNormalization from '../layer-normalization.cases'
import * as lstm from '../lstm.cases'
import * as maxPooling2d from '../max-pooling2d.cases'
import * as multiHeadAttention from '../multi-head-attention.cases'
import * as simpleRnn from '../simple-rnn.cases'
import type { BlockCase, BlockTable, Refusal } from './block-case'

/** By type; `cases.test.ts` names a block that has none. */
export const TABLES: Readonly<Record<string, BlockTable>> = {
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
  gru,
  layerNormalization,
  lstm,
  maxPooling2d,
  multiHeadAttention,
  simpleRnn
}

/** Each case with its block and name, as a row for `it.each`. */
export const ALL_CASES: readonly (readonly [type: string, name: string, row: BlockCase])[] = Object.entries(
  TABLES
).flatMap(([type, { cases }]) => cases.map(row => [type, row.name, row] as const))

export const ALL_REFUSALS: readonly (readonly [type: string, name: string, refusal: Refusal])[] =
  Object.entries(TABLES).flatMap(([type, { refusals }]) =>
    refusals.map(row => [type, row.name, row] as const)
  )
