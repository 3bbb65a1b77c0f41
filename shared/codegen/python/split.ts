/**
 * Breaks a line that is too long, token by token the way the formatter black does it (version 26, stable style,
 * MIT licence, Łukasz Langa and contributors: `linegen.py`), without what generated code never holds: comments
 * beside code, strings over several lines, trailing commas that were there before.
 */
import {
  addedComma,
  makeVisible,
  nonEmpty,
  takeApartAtFirst,
  takeApartAtLast,
  type Parts
} from './bracket-parts'
import { hugPower } from './hug-power'
import { priority, type Leaf } from './leaf'
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
  startsWith,
  type Line
} from './line'
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
const splitLeftHand: Split = line => nonEmpty(takeApartAtFirst(line))

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
  const parts = takeApartAtLast(line, omit)
  return parts && maybeOmitOptional(parts, line, features, omit)
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
    const other = takeApartAtLast(line, wider)
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
