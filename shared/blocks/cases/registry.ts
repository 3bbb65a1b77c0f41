/** The tables of all blocks; for tests alone. */
import * as activation from '../activation.cases'
import * as add from '../add.cases'
import * as alphaDropout from '../alpha-dropout.cases'
import * as averagePooling2d from '../average-pooling2d.cases'
import * as batchNormalization from '../batch-normalization.cases'
import * as concatenate from '../concatenate.cases'
import * as conv2d from '../conv2d.cases'
import * as dense from '../dense.cases'
import * as dropout from '../dropout.cases'
import * as elu from '../elu.cases'
import * as embedding from '../embedding.cases'
import * as expression from '../expression.cases'
import * as flatten from '../flatten.cases'
import * as gaussianDropout from '../gaussian-dropout.cases'
import * as gaussianNoise from '../gaussian-noise.cases'
import * as globalAveragePooling1d from '../global-average-pooling1d.cases'
import * as glu from '../glu.cases'
import * as groupNormalization from '../group-normalization.cases'
import * as gru from '../gru.cases'
import * as instanceNormalization from '../instance-normalization.cases'
import * as layerNormalization from '../layer-normalization.cases'
import * as leakyRelu from '../leaky-relu.cases'
import * as learnedPosition from '../learned-position.cases'
import * as localResponseNormalization from '../local-response-normalization.cases'
import * as lstm from '../lstm.cases'
import * as maxPooling2d from '../max-pooling2d.cases'
import * as multiHeadAttention from '../multi-head-attention.cases'
import * as prelu from '../prelu.cases'
import * as randomContrast from '../random-contrast.cases'
import * as randomFlip from '../random-flip.cases'
import * as randomRotation from '../random-rotation.cases'
import * as randomTranslation from '../random-translation.cases'
import * as randomZoom from '../random-zoom.cases'
import * as relu from '../relu.cases'
import * as rmsNormalization from '../rms-normalization.cases'
import * as simpleRnn from '../simple-rnn.cases'
import * as sinusoidalPosition from '../sinusoidal-position.cases'
import * as spatialDropout1d from '../spatial-dropout1d.cases'
import * as spatialDropout2d from '../spatial-dropout2d.cases'
import * as spatialDropout3d from '../spatial-dropout3d.cases'
import * as unitNormalization from '../unit-normalization.cases'
import type { BlockCase, BlockTable, Refusal } from './block-case'

/** By type; `cases.test.ts` names a block that has none. */
export const TABLES: Readonly<Record<string, BlockTable>> = {
  activation,
  add,
  alphaDropout,
  averagePooling2d,
  batchNormalization,
  concatenate,
  conv2d,
  dense,
  dropout,
  elu,
  embedding,
  expression,
  flatten,
  gaussianDropout,
  gaussianNoise,
  globalAveragePooling1d,
  glu,
  groupNormalization,
  gru,
  instanceNormalization,
  layerNormalization,
  leakyRelu,
  learnedPosition,
  localResponseNormalization,
  lstm,
  maxPooling2d,
  multiHeadAttention,
  prelu,
  randomContrast,
  randomFlip,
  randomRotation,
  randomTranslation,
  randomZoom,
  relu,
  rmsNormalization,
  simpleRnn,
  sinusoidalPosition,
  spatialDropout1d,
  spatialDropout2d,
  spatialDropout3d,
  unitNormalization
}

/** Each case with its block and name, as a row for `it.each`. */
export const ALL_CASES: readonly (readonly [type: string, name: string, row: BlockCase])[] = Object.entries(
  TABLES
).flatMap(([type, { cases }]) => cases.map(row => [type, row.name, row] as const))

export const ALL_REFUSALS: readonly (readonly [type: string, name: string, refusal: Refusal])[] =
  Object.entries(TABLES).flatMap(([type, { refusals }]) =>
    refusals.map(row => [type, row.name, row] as const)
  )
