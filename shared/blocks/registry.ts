import { activation } from './activation'
import { add } from './add'
import { alphaDropout } from './alpha-dropout'
import { averagePooling2d } from './average-pooling2d'
import { batchNormalization } from './batch-normalization'
import type { LayerBlock } from './block'
import { concatenate } from './concatenate'
import { conv2d } from './conv2d'
import { dense } from './dense'
import { dropout } from './dropout'
import { elu } from './elu'
import { embedding } from './embedding'
import { expression } from './expression'
import { flatten } from './flatten'
import { gaussianDropout } from './gaussian-dropout'
import { gaussianNoise } from './gaussian-noise'
import { globalAveragePooling1d } from './global-average-pooling1d'
import { glu } from './glu'
import { group } from './group'
import { groupInput } from './group-input'
import { groupNormalization } from './group-normalization'
import { groupOutput } from './group-output'
import { gru } from './gru'
import { input } from './input'
import { instanceNormalization } from './instance-normalization'
import { layerNormalization } from './layer-normalization'
import { leakyRelu } from './leaky-relu'
import { learnedPosition } from './learned-position'
import { localResponseNormalization } from './local-response-normalization'
import { lstm } from './lstm'
import { maxPooling2d } from './max-pooling2d'
import { multiHeadAttention } from './multi-head-attention'
import { output } from './output'
import { prelu } from './prelu'
import { randomContrast } from './random-contrast'
import { randomFlip } from './random-flip'
import { randomRotation } from './random-rotation'
import { randomTranslation } from './random-translation'
import { randomZoom } from './random-zoom'
import { relu } from './relu'
import { rmsNormalization } from './rms-normalization'
import { simpleRnn } from './simple-rnn'
import { sinusoidalPosition } from './sinusoidal-position'
import { spatialDropout1d } from './spatial-dropout1d'
import { spatialDropout2d } from './spatial-dropout2d'
import { spatialDropout3d } from './spatial-dropout3d'
import type { StructuralBlock } from './structural'
import { unitNormalization } from './unit-normalization'

export type AnyBlock = LayerBlock | StructuralBlock

/** Every block, in the order of the palette. A new block is one line here. */
const ALL: readonly AnyBlock[] = [
  input,
  output,
  dense,
  embedding,
  flatten,
  expression,
  group,
  groupInput,
  groupOutput,
  conv2d,
  maxPooling2d,
  averagePooling2d,
  globalAveragePooling1d,
  batchNormalization,
  layerNormalization,
  groupNormalization,
  instanceNormalization,
  rmsNormalization,
  unitNormalization,
  localResponseNormalization,
  dropout,
  randomFlip,
  randomTranslation,
  randomRotation,
  randomZoom,
  randomContrast,
  spatialDropout1d,
  spatialDropout2d,
  spatialDropout3d,
  alphaDropout,
  gaussianDropout,
  gaussianNoise,
  simpleRnn,
  lstm,
  gru,
  sinusoidalPosition,
  learnedPosition,
  multiHeadAttention,
  activation,
  relu,
  leakyRelu,
  prelu,
  elu,
  glu,
  add,
  concatenate
]

export const BLOCKS: ReadonlyMap<string, AnyBlock> = new Map(ALL.map(block => [block.type, block]))

/** The block of a type; `undefined` for a type that this version does not know. */
export function blockOf(type: string): AnyBlock | undefined {
  return BLOCKS.get(type)
}

/** For a type that is known to be that of a layer; throws on any other. */
export function layerBlockOf(type: string): LayerBlock {
  const block = BLOCKS.get(type)
  if (block?.kind !== 'layer') throw new Error(`${type} is no layer`)
  return block
}

export function labelOf(type: string): string {
  return BLOCKS.get(type)?.label ?? type
}
