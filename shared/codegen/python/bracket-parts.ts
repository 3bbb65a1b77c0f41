/** Takes a line apart at a pair of brackets, as black does (see `split.ts`). */
import { leaf as createLeaf, priority, type Leaf } from './leaf'
import { append, bestDelimiter, createLine, isComma, isImport, lineText, startsWith, type Line } from './line'

/** A line taken apart at a pair of brackets. */
export interface Parts {
  readonly head: Line
  readonly body: Line
  readonly tail: Line
  readonly opening: Leaf
  readonly closing: Leaf
}

/** At the first pair of brackets. */
export function takeApartAtFirst(line: Line): Parts | null {
  for (const bracket of ['(', '['] as const) {
    const head: Leaf[] = []
    const body: Leaf[] = []
    const tail: Leaf[] = []
    let current = head
    let matching: Leaf | null = null
    for (const leaf of line.leaves) {
      if (current === body && matching && leaf.kind === 'close' && leaf.opening === matching) {
        makeVisible(leaf)
        makeVisible(matching)
        current = body.length > 0 ? tail : head
      }
      current.push(leaf)
      if (current === head && leaf.kind === 'open' && leaf.bracket === bracket) {
        matching = leaf
        current = body
      }
    }
    if (matching && tail.length > 0) return build(line, head, body, tail, matching, matching)
  }
  return null
}

/** At the last pair whose closing bracket is not in `omit`. */
export function takeApartAtLast(line: Line, omit: ReadonlySet<Leaf>): Parts | null {
  const head: Leaf[] = []
  const body: Leaf[] = []
  const tail: Leaf[] = []
  let current = tail
  let opening: Leaf | null = null
  let closing: Leaf | null = null
  for (const leaf of [...line.leaves].reverse()) {
    if (current === body && leaf === opening) current = body.length > 0 ? head : tail
    current.push(leaf)
    if (current === tail && leaf.kind === 'close' && !omit.has(leaf)) {
      opening = leaf.opening
      closing = leaf
      current = body
    }
  }
  if (!opening || !closing || head.length === 0) return null
  return build(line, head.reverse(), body.reverse(), tail.reverse(), opening, closing)
}

/** `null` when the split saves nothing. */
export function build(
  line: Line,
  head: readonly Leaf[],
  body: readonly Leaf[],
  tail: readonly Leaf[],
  opening: Leaf,
  closing: Leaf
): Parts | null {
  const parts = {
    head: outerLine(line, head, true),
    body: bodyLine(line, body, opening),
    tail: outerLine(line, tail, false),
    opening,
    closing
  }
  return body.length === 0 && lineText(parts.tail).trim().length < 3 ? null : parts
}

function outerLine(line: Line, leaves: readonly Leaf[], isHead: boolean): Line {
  const result = createLine(line.depth)
  const tracked = isHead ? insideMatchingBrackets(leaves) : new Set<Leaf>()
  for (const each of leaves) append(result, each, tracked.has(each))
  return result
}

function bodyLine(line: Line, leaves: readonly Leaf[], opening: Leaf): Line {
  const result = createLine(line.depth + 1, true)
  for (const each of leaves) append(result, each, true)
  if (needsTrailingComma(line, leaves, opening)) append(result, addedComma(), true)
  const last = leaves.at(-1) === undefined ? undefined : result.leaves.at(-1)
  const trailing = isComma(last)
  if (bestDelimiter(result, trailing ? last : undefined)?.priority === priority.comma) {
    result.shouldSplit = trailing || opening.atom
  }
  return result
}

function needsTrailingComma(line: Line, leaves: readonly Leaf[], opening: Leaf): boolean {
  const [first] = leaves
  if (!first || isComma(leaves.at(-1))) return false
  if (isImport(line)) return true
  if (!startsWith(line, 'def') || opening.value !== '(') return false
  if (leaves.some(l => isComma(l) && l.annotation === null)) return false
  return first.annotation !== 'return'
}

function insideMatchingBrackets(leaves: readonly Leaf[]): ReadonlySet<Leaf> {
  const result = new Set<Leaf>()
  const stack: number[] = []
  const start = leaves.findIndex(l => l.kind === 'open')
  for (const [i, each] of leaves.entries()) {
    if (start < 0 || i < start) continue
    if (each.kind === 'open') stack.push(i)
    if (each.kind !== 'close') continue
    const from = stack.at(-1)
    if (from === undefined || leaves[from]?.bracket !== each.bracket) break
    stack.pop()
    for (const inner of leaves.slice(from, i + 1)) result.add(inner)
  }
  return result
}

export function addedComma(): Leaf {
  return createLeaf('operator', ',', { orphan: true })
}

export function makeVisible(leaf: Leaf): void {
  if (leaf.value === '' && leaf.bracket === '(') leaf.value = leaf.kind === 'open' ? '(' : ')'
}

export function nonEmpty(parts: Parts | null): readonly Line[] | null {
  return parts && [parts.head, parts.body, parts.tail].filter(l => l.leaves.length > 0)
}
