import type { GroupId } from '../../shared/blocks/block'
import type { AnyBlock } from '../../shared/blocks/registry'

export interface PaletteGroup {
  readonly group: GroupId
  readonly blocks: readonly AnyBlock[]
}

/**
 * The blocks that a search finds, by group in the order in which the groups first appear. Every word must be in the
 * label, in one of the aliases or in the type, wherever; spaces, hyphens and case don't matter. Without a search all.
 */
export function searchBlocks(blocks: Iterable<AnyBlock>, query: string): readonly PaletteGroup[] {
  const words = query
    .split(/[\s-]+/)
    .map(plain)
    .filter(word => word !== '')
  const groups = new Map<GroupId, AnyBlock[]>()
  for (const block of blocks) {
    const texts = [block.label, block.type, ...block.aliases].map(plain)
    if (!words.every(word => texts.some(text => text.includes(word)))) continue
    const list = groups.get(block.group)
    if (list) list.push(block)
    else groups.set(block.group, [block])
  }
  return [...groups].map(([group, found]) => ({
    group,
    // What begins as the search does is most likely meant.
    blocks: found.toSorted((a, b) => Number(begins(b, words)) - Number(begins(a, words)))
  }))
}

function begins(block: AnyBlock, [first]: readonly string[]): boolean {
  return first !== undefined && plain(block.label).startsWith(first)
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s-]+/g, '')
}
