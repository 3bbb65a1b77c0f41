import type { Leaf } from './leaf'
import { priority } from './leaf'
import { widthOf } from './literals'

export const lineLength = 88

/** A line that is being laid out: its tokens, and where it could be broken outside of brackets. */
export interface Line {
  readonly depth: number
  readonly leaves: Leaf[]
  readonly insideBrackets: boolean
  shouldSplit: boolean
  readonly tracker: Tracker
}

/** Follows brackets along a line. A break after a leaf in `delimiters` is as welcome as its priority. */
interface Tracker {
  depth: number
  readonly pending: Map<string, Leaf>
  readonly delimiters: Map<Leaf, number>
  previous: Leaf | null
  readonly forDepths: number[]
  readonly lambdaDepths: number[]
  readonly invisible: Leaf[]
}

export function createLine(depth: number, insideBrackets = false): Line {
  return {
    depth,
    leaves: [],
    insideBrackets,
    shouldSplit: false,
    tracker: {
      depth: 0,
      pending: new Map(),
      delimiters: new Map(),
      previous: null,
      forDepths: [],
      lambdaDepths: [],
      invisible: []
    }
  }
}

export function append(line: Line, leaf: Leaf, track: boolean): void {
  if (line.insideBrackets || track) mark(line.tracker, leaf)
  line.leaves.push(leaf)
}

function mark(tracker: Tracker, leaf: Leaf): void {
  if (tracker.depth === 0 && leaf.kind === 'close' && !tracker.pending.has(`0${leaf.bracket}`)) return
  if (leaf.kind === 'name' && leaf.value === 'in') leaveHead(tracker, tracker.forDepths)
  if (leaf.kind === 'operator' && leaf.value === ':') leaveHead(tracker, tracker.lambdaDepths)
  if (leaf.kind === 'close') {
    tracker.depth -= 1
    const key = `${tracker.depth}${leaf.bracket}`
    const opening = tracker.pending.get(key)
    if (!opening) throw new Error(`A closing ${leaf.bracket} has no opening one`)
    tracker.pending.delete(key)
    leaf.opening = opening
    if (leaf.value === '') tracker.invisible.push(leaf)
  }
  leaf.depth = tracker.depth
  if (tracker.depth === 0) markDelimiter(tracker, leaf)
  if (leaf.kind === 'open') {
    tracker.pending.set(`${tracker.depth}${leaf.bracket}`, leaf)
    tracker.depth += 1
    if (leaf.value === '') tracker.invisible.push(leaf)
  }
  tracker.previous = leaf
  if (leaf.kind === 'name' && leaf.value === 'lambda') enterHead(tracker, tracker.lambdaDepths)
  if (leaf.kind === 'name' && leaf.value === 'for') enterHead(tracker, tracker.forDepths)
}

function markDelimiter(tracker: Tracker, leaf: Leaf): void {
  const { previous } = tracker
  const before =
    isDot(leaf) && (previous === null || previous.kind === 'close') ? priority.dot : leaf.splitBefore
  if (before > 0 && previous !== null) tracker.delimiters.set(previous, before)
  else if (before === 0 && isComma(leaf)) tracker.delimiters.set(leaf, priority.comma)
}

/** Commas between `for` and `in`, and in a lambda's parameters, are no places for a break. */
function enterHead(tracker: Tracker, depths: number[]): void {
  tracker.depth += 1
  depths.push(tracker.depth)
}

function leaveHead(tracker: Tracker, depths: number[]): void {
  if (depths.at(-1) !== tracker.depth) return
  tracker.depth -= 1
  depths.pop()
}

export function isComma(leaf: Leaf | undefined): boolean {
  return leaf?.kind === 'operator' && leaf.value === ','
}

export function isDot(leaf: Leaf | undefined): boolean {
  return leaf?.kind === 'operator' && leaf.value === '.'
}

export function isEqual(leaf: Leaf | undefined): boolean {
  return leaf?.kind === 'operator' && leaf.value === '='
}

/** The highest priority of a break, and how many places have it; `null` when there is none. */
export function bestDelimiter(
  line: Line,
  except?: Leaf
): { readonly priority: number; readonly count: number } | null {
  let best = 0
  let count = 0
  for (const [leaf, value] of line.tracker.delimiters) {
    if (leaf === except) continue
    if (value > best) [best, count] = [value, 1]
    else if (value === best) count += 1
  }
  return best === 0 ? null : { priority: best, count }
}

export function lineText(line: Line): string {
  const [first, ...rest] = line.leaves
  if (!first) return ''
  return '    '.repeat(line.depth) + first.value + rest.map(l => l.prefix + l.value).join('')
}

export function isShort(line: Line, limit = lineLength): boolean {
  return widthOf(lineText(line)) <= limit
}

export function startsWith(line: Line, ...words: readonly string[]): boolean {
  const [first] = line.leaves
  return first?.kind === 'name' && words.includes(first.value)
}

export function isImport(line: Line): boolean {
  return startsWith(line, 'import', 'from')
}
