import type { LayerBlock } from './block'
import { dense } from './dense'
import { flatten } from './flatten'
import { group } from './group'
import { groupInput } from './group-input'
import { groupOutput } from './group-output'
import { input } from './input'
import { output } from './output'
import type { StructuralBlock } from './structural'

export type AnyBlock = LayerBlock | StructuralBlock

/** Every block, in the order of the palette. A new block is one line here. */
const ALL: readonly AnyBlock[] = [input, output, group, groupInput, groupOutput, dense, flatten]

export const BLOCKS: ReadonlyMap<string, AnyBlock> = new Map(ALL.map(block => [block.type, block]))

/** The block of a type; `undefined` for a type that this version does not know. */
export function blockOf(type: string): AnyBlock | undefined {
  return BLOCKS.get(type)
}

export function labelOf(type: string): string {
  return BLOCKS.get(type)?.label ?? type
}
