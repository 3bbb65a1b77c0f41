/**
 * Breaks a line that is too long, token by token the way the formatter black does it (version 26, stable style,
 * MIT licence, Łukasz Langa and contributors: `linegen.py`), without what generated code never holds: comments
 * beside code, strings over several lines, trailing commas that were there before.
 */
import { hugPower } from './hug-power'
import { leaf as createLeaf, priority } from './leaf'
import type { Leaf } from './leaf'
import type { Line } from './line'
import {
  append,
  bestDelimiter,
  createLine,
  isComma,
  isEqual,
  isImport,
  isShort,
  lineLength,
  lineText,
  startsWith
} from './line'
import type { Parts } from './omit'
import { canBeSplit, canOmitInvisibleParens, trailersToOmit } from './omit'

/** Whether a comma may follow `*args` in a call or a def, as in all Pythons that know f-strings. */
export interface SplitFeatures {
  readonly commaAfterStar: boolean
}

interface Features extends SplitFeatures {
  readonly forceParens: boolean
}

/** An attempt: the lines, or `null` when it leads to nothing and another way has to be tried. */
type Split = (line: Line, features: Features) => readonly Line[] | null

export function splitLine(line: Line, features: SplitFeatures): readonly Line[] {
  return transform(line, { ...features, forceParens: false })
}

function transform(line: Line, features: Features): readonly Line[] {
  const hugged = hugPower(line)
  const fits = !line.shouldSplit && isShort(hugged ?? line)
  for (const split of fits ? [] : waysToSplit(line)) {
    const result = attempt(line, split, features)
    if (result) return result
  }
  return [hugged ?? line]
}

function waysToSplit(line: Line): readonly Split[] {
  if (startsWith(line, 'def')) return [splitLeftHand]
  return line.insideBrackets ? [splitAtDelimiters, splitRightHandOmitting] : [splitRightHandOmitting]
}

function attempt(line: Line, split: Split, features: Features): readonly Line[] | null {
  const before = lineText(line)
  const pieces = split(line, features)
  if (!pieces) return null
  const result: Line[] = []
  for (const piece of pieces) {
    if (lineText(piece) === before) return null
    result.push(...transform(piece, features))
  }
  const invisible = line.tracker.invisible.filter(bracket => !(bracket.lasting && bracket.value !== ''))
  const [first] = result
  const isFinal =
    features.forceParens ||
    split !== splitRightHandOmitting ||
    invisible.length === 0 ||
    invisible.some(bracket => bracket.value !== '') ||
    (first !== undefined && isShort(first)) ||
    line.leaves.some(l => l.orphan)
  if (isFinal) return result
  const second = attempt(copyOf(line), split, { ...features, forceParens: true })
  if (!second) return null
  return second.every(l => isShort(l)) ? second : result
}

/** The originals lose their place in the tree to their copies. */
function copyOf(line: Line): Line {
  const copy = createLine(line.depth, line.insideBrackets)
  copy.shouldSplit = line.shouldSplit
  for (const each of line.leaves) {
    append(copy, { ...each, opening: null, depth: 0 }, true)
    each.orphan = true
  }
  return copy
}

/** For functions: the first pair of brackets, whose contents go on lines of their own. */
const splitLeftHand: Split = line => {
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
    if (matching && tail.length > 0) return nonEmpty(build(line, head, body, tail, matching, matching))
  }
  return null
}

const splitRightHandOmitting: Split = (line, features) => {
  for (const omit of trailersToOmit(line)) {
    const lines = splitRightHand(line, features, omit)
    if (!lines) return null
    if (lines[0] && isShort(lines[0])) return lines
  }
  return splitRightHand(line, features, new Set())
}

/** The last pair of brackets that isn't omitted: what it holds goes on a line of its own. */
function splitRightHand(line: Line, features: Features, omit: ReadonlySet<Leaf>): readonly Line[] | null {
  const parts = takeApart(line, omit)
  return parts && maybeOmitOptional(parts, line, features, omit)
}

function takeApart(line: Line, omit: ReadonlySet<Leaf>): Parts | null {
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

function maybeOmitOptional(
  parts: Parts,
  line: Line,
  features: Features,
  omit: ReadonlySet<Leaf>
): readonly Line[] | null {
  const optional = isOptional(parts.opening) && isOptional(parts.closing)
  if (!features.forceParens && optional && !isImport(line) && canOmitInvisibleParens(parts)) {
    const wider = new Set([parts.closing, ...omit])
    const other = takeApart(line, wider)
    const preferred = other !== null && prefersOther(other, parts)
    const result = preferred ? maybeOmitOptional(other, line, features, wider) : null
    if (result) return result
    const failed = other === null || preferred
    const isChained = line.leaves.filter(isEqual).length > 1
    if (failed && !isChained && !canBeSplit(parts.body) && !isShort(parts.body)) return null
  }
  makeVisible(parts.opening)
  makeVisible(parts.closing)
  return nonEmpty(parts)
}

function isOptional(leaf: Leaf): boolean {
  return leaf.bracket === '(' && leaf.value === ''
}

/** Whether to break inside of the value rather than around it. */
function prefersOther(other: Parts, { head }: Parts): boolean {
  if (!isEqual(head.leaves.at(-2))) return true
  if (!head.leaves.slice(0, -1).some(l => l.bracket !== null)) return true
  if (!isShort(head, lineLength - 1)) return true
  const equals = head.leaves.filter(isEqual).length
  if (equals > 1 && equals > other.head.leaves.filter(isEqual).length) return false
  const lastEqual = other.head.leaves.findLastIndex(isEqual)
  if (other.head.leaves.slice(lastEqual + 1).some(l => l.kind === 'close')) return true
  return lastEqual >= 0 && isShort(other.head)
}

/** `null` when the split saves nothing. */
function build(
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

/** One line for each item between the delimiters of the highest priority, with a comma after the last. */
const splitAtDelimiters: Split = (line, features) => {
  const last = line.leaves.at(-1)
  const best = last ? bestDelimiter(line, last) : null
  if (!last || !best || (best.priority === priority.dot && dotCount(line) === 1)) return null
  const lines: Line[] = []
  let current = createLine(line.depth, line.insideBrackets)
  let lowest = Infinity
  let commaIsSafe = true
  for (const each of line.leaves) {
    const endsItem = line.tracker.delimiters.get(each) === best.priority
    append(current, each, true)
    lowest = Math.min(lowest, each.depth)
    if (each.depth === lowest && each.star !== null && !features.commaAfterStar) commaIsSafe = false
    if (!endsItem) continue
    lines.push(current)
    current = createLine(line.depth, line.insideBrackets)
  }
  const ending = current.leaves.at(-1)
  if (ending) {
    if (commaIsSafe && best.priority === priority.comma && !isComma(ending)) {
      append(current, addedComma(), true)
    }
    lines.push(current)
  }
  return lines
}

function dotCount(line: Line): number {
  return [...line.tracker.delimiters.values()].filter(value => value === priority.dot).length
}

function addedComma(): Leaf {
  return createLeaf('operator', ',', { orphan: true })
}

function makeVisible(leaf: Leaf): void {
  if (leaf.value === '' && leaf.bracket === '(') leaf.value = leaf.kind === 'open' ? '(' : ')'
}

function nonEmpty(parts: Parts | null): readonly Line[] | null {
  return parts && [parts.head, parts.body, parts.tail].filter(l => l.leaves.length > 0)
}
