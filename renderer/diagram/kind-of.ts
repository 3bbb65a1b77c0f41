import type { GroupId } from '../../shared/blocks/block'
import { blockOf } from '../../shared/blocks/registry'
import type { Document } from '../../shared/document/schema'

/** Kinds of networks as the field calls them, the more particular first, with a group of blocks that only they have. */
const kinds = [
  ['attention', 'attention'],
  ['rnn', 'recurrent'],
  ['cnn', 'convolution'],
  ['mlp', 'core']
] as const satisfies readonly (readonly [string, GroupId])[]

export type NetworkKind = (typeof kinds)[number][0]

/** What kind of network it is; `null` where nothing in it says so. */
export function kindOf(document: Document): NetworkKind | null {
  const groups = new Set(
    Object.values(document.networks).flatMap(({ blocks }) =>
      Object.values(blocks).map(({ type }) => blockOf(type)?.group)
    )
  )
  return kinds.find(([, group]) => groups.has(group))?.[0] ?? null
}
