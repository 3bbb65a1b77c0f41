import { activation } from './activation'
import { add } from './add'
import { averagePooling2d } from './average-pooling2d'
import { batchNormalization } from './batch-normalization'
import type { LayerBlock } from './block'
import { concatenate } from './concatenate'
import { conv2d } from './conv2d'
import { dense } from './dense'
import { dropout } from './dropout'
import { embedding } from './embedding'
import { flatten } from './flatten'
import { globalAveragePooling1d } from './global-average-pooling1d'
import { group } from './group'
import { groupInput } from './group-input'
import { groupOutput } from './group-output'
import { gru } from './gru'
import { input } from './input'
import { layerNormalization } from './layer-normalization'
import { lstm } from './lstm'
import { maxPooling2d } from './max-pooling2d'
import { multiHeadAttention } from './multi-head-attention'
import { output } from './output'
import { simpleRnn } from './simple-rnn'
import type { StructuralBlock } from './structural'

export type AnyBlock = LayerBlock | StructuralBlock

/** Every block, in the order of the palette. A new block is one line here. */
const ALL: readonly AnyBlock[] = [
  input,
  output,
  dense,
  embedding,
  flatten,
  group,
  groupInput,
  groupOutput,
  conv2d,
  maxPooling2d,
  averagePooling2d,
  globalAveragePooling1d,
  batchNormalization,
  layerNormalization,
  dropout,
  simpleRnn,
  lstm,
  gru,
  multiHeadAttention,
  activation,
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
