import type { LogicalLine } from './statement-lines'

/** What the rules for empty lines have to know of a line. */
interface Shape {
  readonly depth: number
  readonly blanks: number
  readonly isComment: boolean
  readonly isDocstring: boolean
  readonly isDecorator: boolean
  readonly isDef: boolean
  readonly isClass: boolean
  readonly isImport: boolean
  readonly opensBlock: boolean
  /** `elif`, `else`: a part of the statement before. */
  readonly isContinuation: boolean
}

interface Block {
  readonly shape: Shape
  readonly previous: Block | null
  before: number
  readonly after: number
}

/** How many empty lines go above each line, by the rules of black (`EmptyLineTracker`). */
export function blankLines(lines: readonly LogicalLine[]): readonly number[] {
  const blocks: Block[] = []
  let openDefs: readonly Shape[] = []
  let leading: Block | null = null
  for (const line of lines) {
    const shape = shapeOf(line)
    const previous: Block | null = blocks.at(-1) ?? null
    const closed = openDefs.find(def => def.depth >= shape.depth) ?? null
    openDefs = openDefs.filter(def => def.depth < shape.depth)
    if (shape.isDef || shape.isClass) openDefs = [...openDefs, shape]
    const wanted = previous ? wantedBlanks(shape, previous.shape, closed, leading) : { before: 0, after: 0 }
    const before = followsModuleDocstring(shape, previous)
      ? 1
      : Math.max(0, wanted.before - (previous?.after ?? 0))
    const block: Block = { shape, previous, before, after: wanted.after }
    leading = nextLeading(block, leading)
    blocks.push(block)
  }
  return blocks.map(block => block.before + (block.previous?.after ?? 0))
}

function shapeOf(line: LogicalLine): Shape {
  const { content } = line
  const leaves = content.kind === 'code' ? content.leaves : []
  const [first] = leaves
  const word = first?.kind === 'name' ? first.value : ''
  return {
    depth: line.depth,
    blanks: Math.min(line.blanks, line.depth === 0 ? 2 : 1),
    isComment: content.kind === 'comment',
    isDocstring: content.kind === 'docstring',
    isDecorator: content.kind === 'code' && content.decorator,
    isDef: word === 'def',
    isClass: word === 'class',
    isImport: word === 'import' || word === 'from',
    opensBlock: leaves.at(-1)?.value === ':',
    isContinuation: word === 'elif' || word === 'else'
  }
}

interface Wanted {
  readonly before: number
  readonly after: number
}

function wantedBlanks(current: Shape, previous: Shape, closed: Shape | null, leading: Block | null): Wanted {
  if (current.isDocstring && previous.isClass) return { before: 0, after: 1 }
  if (current.isDocstring && previous.isDef) return { before: 0, after: 0 }
  let before = current.blanks
  if (closed) {
    const continues = closed.depth > 0 && current.opensBlock && current.isContinuation
    before = current.depth > 0 || continues ? 1 : 2
  }
  if (current.isDecorator || current.isDef || current.isClass) {
    return { before: blanksAboveDef(current, previous, before, leading), after: 0 }
  }
  if (previous.isImport && !current.isImport && previous.depth === current.depth) {
    return { before: current.depth === 0 ? 1 : before || 1, after: 0 }
  }
  return { before, after: 0 }
}

function blanksAboveDef(current: Shape, previous: Shape, before: number, leading: Block | null): number {
  if (previous.isDecorator) return 0
  if (previous.depth < current.depth && (previous.isClass || previous.isDef))
    return current.blanks > 0 ? 1 : 0
  const lines = current.depth > 0 ? 1 : 2
  if (!previous.isComment || previous.depth !== current.depth || before > 0) return lines
  const above = leading?.previous
  if (leading && above && !above.shape.isClass && !above.shape.opensBlock && leading.before <= 1) {
    leading.before = Math.max(leading.before, lines) - above.after
  }
  return 0
}

/** The first of the comments that stand right above a def: its empty lines go above them. */
function nextLeading(block: Block, leading: Block | null): Block | null {
  const { shape, before, previous } = block
  if (!shape.isComment) return shape.isDecorator && before === 0 ? leading : null
  const starts =
    previous === null ||
    (!previous.shape.isDecorator &&
      (!previous.shape.isComment || before > 0) &&
      (leading === null || before > 0))
  return starts ? block : leading
}

function followsModuleDocstring(current: Shape, previous: Block | null): boolean {
  if (!previous?.shape.isDocstring || previous.shape.depth > 0 || current.isClass || current.isDef)
    return false
  for (let block = previous.previous; block; block = block.previous) if (!block.shape.isComment) return false
  return true
}
