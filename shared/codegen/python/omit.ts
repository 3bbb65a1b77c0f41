import type { Parts } from './bracket-parts'
import { priority } from './leaf'
import type { Leaf } from './leaf'
import type { Line } from './line'
import { bestDelimiter, isDot, lineLength, startsWith } from './line'

/**
 * Sets of closing brackets to pass over, growing from none: trailers at the end of the line that fit on one
 * line can stay together, so that an earlier bracket is the one to be opened.
 */
export function* trailersToOmit(line: Line): Generator<ReadonlySet<Leaf>> {
  const omit = new Set<Leaf>()
  yield new Set()
  let length = 4 * line.depth
  let opening: Leaf | null = null
  let closing: Leaf | null = null
  const inner = new Set<Leaf>()
  for (const [i, leaf] of [...line.leaves.entries()].reverse()) {
    length += lengthAt(line, i)
    if (length > lineLength) return
    if (opening) {
      if (leaf === opening) opening = null
      else if (leaf.kind === 'close') inner.add(leaf)
      continue
    }
    if (leaf.kind !== 'close') continue
    if (line.leaves[i - 1]?.kind === 'open') {
      inner.add(leaf)
      continue
    }
    if (closing) {
      omit.add(closing)
      for (const each of inner) omit.add(each)
      inner.clear()
      yield new Set(omit)
    }
    if (leaf.value !== '') {
      opening = leaf.opening
      closing = leaf
    }
  }
}

/** Whether the optional brackets around `parts.body` can stay invisible without harm to how it reads. */
export function canOmitInvisibleParens({ head, body }: Parts): boolean {
  const best = bestDelimiter(body)
  if (best === null) return true
  if (best.count > 1) return false
  if (best.priority === priority.comma && startsWith(head, 'with')) return false
  if (best.priority === priority.dot) return true
  const [first, second] = body.leaves
  const last = body.leaves.at(-1)
  if (first?.kind === 'open' && second?.kind !== 'close' && canOmitOpening(body, first)) return true
  if (last?.kind !== 'close' || (last.bracket === '[' && !last.atom)) return false
  return body.leaves.at(-2)?.kind !== 'open' && canOmitClosing(body, last)
}

function canOmitOpening(line: Line, first: Leaf): boolean {
  let remainder = false
  let length = 4 * line.depth
  for (const [i, leaf] of line.leaves.entries()) {
    if (leaf.kind === 'close' && leaf.opening === first) remainder = true
    if (!remainder) continue
    length += lengthAt(line, i)
    if (length > lineLength) return false
    if (leaf.kind === 'open') remainder = false
  }
  return true
}

function canOmitClosing(line: Line, last: Leaf): boolean {
  let length = 4 * line.depth
  let otherBrackets = false
  for (const [i, leaf] of line.leaves.entries()) {
    length += lengthAt(line, i)
    if (leaf === last.opening) {
      if (otherBrackets || length <= lineLength) return true
    } else if (leaf.kind === 'open') otherBrackets = true
  }
  return false
}

/** False when the line can't be broken for sure: `"…".format(x)`, where only one call follows a string. */
export function canBeSplit({ leaves }: Line): boolean {
  const [first, second] = leaves
  if (!first || !second) return false
  if (first.kind !== 'string' || !isDot(second)) return true
  let calls = 0
  let dots = 0
  const next = leaves.at(-1)
  for (const leaf of leaves.slice(0, -1).reverse()) {
    if (leaf.kind === 'open') {
      if (next?.kind !== 'close') return false
      calls += 1
    } else if (isDot(leaf)) dots += 1
    else if (leaf.kind === 'name') {
      if (!(isDot(next) || next?.kind === 'open')) return false
    } else if (leaf.kind !== 'close') return false
    if (dots > 1 && calls > 1) return false
  }
  return true
}

/** The first token of a line stands at its indentation, whatever came before it in the source. */
function lengthAt({ leaves }: Line, i: number): number {
  const leaf = leaves[i]
  return leaf ? (i === 0 ? 0 : leaf.prefix.length) + leaf.value.length : 0
}
