import type { GroupId } from '../../shared/blocks/block'
import type { AnyBlock } from '../../shared/blocks/registry'
import { isNear } from './typos'

export interface PaletteGroup {
  readonly group: GroupId
  readonly blocks: readonly AnyBlock[]
}

/** A block that a search finds; `why` is the alias or task that it was found by, where that is not its name. */
export interface Found {
  readonly block: AnyBlock
  readonly why?: string
}

interface Ranked {
  readonly block: AnyBlock
  readonly worth: number
  readonly why: Text | undefined
}

/** All blocks, by group in the order in which the groups first appear. */
export function groupBlocks(blocks: Iterable<AnyBlock>): readonly PaletteGroup[] {
  const groups = new Map<GroupId, AnyBlock[]>()
  for (const block of blocks) {
    const list = groups.get(block.group)
    if (list) list.push(block)
    else groups.set(block.group, [block])
  }
  return [...groups].map(([group, found]) => ({ group, blocks: found }))
}

/**
 * The blocks that a search finds, best first: by name, by another name, by what people want to do; then the same with
 * a slip of the finger forgiven. Words may come in any order; spaces, hyphens and case don't matter.
 */
export function searchBlocks(blocks: Iterable<AnyBlock>, query: string): readonly Found[] {
  const asked = wordsOf(query)
  if (asked.length === 0) return []
  return [...blocks]
    .flatMap((block): readonly Ranked[] => {
      const best = textsOf(block)
        .map(text => ({ text, worth: worthOf(text, asked) }))
        .reduce((a, b) => (b.worth > a.worth ? b : a))
      if (best.worth > 0) return [{ block, worth: best.worth, why: best.text }]
      // Each word may be found in another place: "image pool".
      const words = textsOf(block).flatMap(({ text }) => wordsOf(text))
      return asked.every(word => words.some(other => other.startsWith(word)))
        ? [{ block, worth: 1, why: undefined }]
        : []
    })
    .toSorted((a, b) => b.worth - a.worth)
    .map(({ block, why }) => ({ block, ...(why && why.rank < NAME && { why: why.text }) }))
}

interface Text {
  readonly text: string
  /** What it counts: a name more than another name, that more than a task. */
  readonly rank: number
}

const NAME = 3

function textsOf({ label, type, aliases, tasks }: AnyBlock): readonly Text[] {
  return [
    ...[label, type].map(text => ({ text, rank: NAME })),
    ...aliases.map(text => ({ text, rank: 2 })),
    // What comes first in the list is what the block is most used for.
    ...tasks.map((text, i) => ({ text, rank: 1 - i / 100 }))
  ]
}

/** 0 where it is not found; more than 100 where it is spelled right. */
function worthOf({ text, rank }: Text, asked: readonly string[]): number {
  const words = wordsOf(text)
  const [all, whole] = [words.join(''), asked.join('')]
  const fits = (like: (word: string, asked: string) => boolean): boolean =>
    asked.every(word => words.some(other => like(other, word)))
  if (all.startsWith(whole)) return 100 + rank * 10 + (all === whole ? 4 : 3)
  if (fits((word, start) => word.startsWith(start))) return 100 + rank * 10 + 2
  if (asked.every(word => word.length > 1 && all.includes(word))) return 100 + rank * 10 + 1
  return fits((word, typed) => word.startsWith(typed) || isNear(typed, word)) ? rank * 10 : 0
}

/** `MaxPooling2D` is max, pooling, 2d. */
function wordsOf(text: string): readonly string[] {
  return text
    .replace(/([a-z])([A-Z\d])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
}
