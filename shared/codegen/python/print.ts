import { blankLines } from './blank-lines'
import { importStatements } from './imports'
import type { Line } from './line'
import { append, createLine, lineText } from './line'
import { splitLine } from './split'
import type { Body } from './statement'
import type { LogicalLine } from './statement-lines'
import { linesOf } from './statement-lines'

/** First and last line, counted from 1. */
export type LineRange = readonly [from: number, to: number]

export interface PrintedModule {
  readonly text: string
  /** For each `origin`, the lines that its statements and tagged expressions occupy. */
  readonly lines: ReadonlyMap<string, readonly LineRange[]>
}

export interface PrintOptions {
  /** Modules that lie beside this one: their imports come last. */
  readonly localModules?: readonly string[]
}

/**
 * Source of a module with the imports that it needs, laid out as `black` (88 columns) leaves it.
 * In the order of things: statements → logical lines of tokens → empty lines between them → broken lines → text.
 */
export function printModule(statements: Body, options: PrintOptions = {}): PrintedModule {
  const { lines: logical, imports } = linesOf(statements)
  return layOut(placeImports(logical, linesOf(importStatements(imports, options.localModules)).lines))
}

/** Code that is run cell by cell, each laid out by itself. The first cell has the imports of all. */
export function printCells(cells: readonly Body[]): readonly string[] {
  const written = cells.map(linesOf)
  const imports = new Map(written.flatMap(cell => [...cell.imports]))
  const { lines: importLines } = linesOf(importStatements(imports))
  return written.map(({ lines }, i) => layOut(placeImports(lines, i === 0 ? importLines : [])).text)
}

function layOut(all: readonly LogicalLine[]): PrintedModule {
  const blanks = blankLines(all)
  const blocks = breakAll(all)
  const text: string[] = []
  const ranges = new Map<string, LineRange[]>()
  for (const [i, physical] of blocks.entries()) {
    text.push(...Array<string>(blanks[i] ?? 0).fill(''))
    for (const { source, origins } of physical) {
      const rows = source.split('\n')
      for (const origin of origins) addRange(ranges, origin, [text.length + 1, text.length + rows.length])
      text.push(...rows)
    }
  }
  joinAround(ranges, text)
  return { text: text.map(row => `${row}\n`).join(''), lines: ranges }
}

interface Physical {
  readonly source: string
  readonly origins: ReadonlySet<string>
}

function breakAll(lines: readonly LogicalLine[]): readonly (readonly Physical[])[] {
  const knowsStars = lines.some(needsPython36)
  const first = lines.map(line => breakLine(line, knowsStars))
  return !knowsStars && first.some(endsInStarComma) ? lines.map(line => breakLine(line, true)) : first
}

/** black puts a comma behind a lone `*args` in a def; in a file that has one, it then allows them everywhere. */
function endsInStarComma(physical: readonly Physical[]): boolean {
  const isDef = physical[0]?.source.trimStart().startsWith('def ') ?? false
  return (
    isDef &&
    physical.some(
      ({ source }, i) => /^ *\).*:$/.test(source) && /^ *\*.*,$/.test(physical[i - 1]?.source ?? '')
    )
  )
}

/** A file with f-strings can't be meant for a Python that refuses a comma after `*args`. */
function needsPython36({ content }: LogicalLine): boolean {
  return content.kind === 'code' && content.leaves.some(l => l.kind === 'string' && l.value.startsWith('f'))
}

function breakLine({ depth, content, origins }: LogicalLine, commaAfterStar: boolean): readonly Physical[] {
  switch (content.kind) {
    case 'imports':
      return []
    case 'comment':
    case 'docstring':
      return [{ source: '    '.repeat(depth) + content.text, origins: new Set(origins) }]
    case 'code': {
      const line = createLine(depth)
      for (const leaf of content.leaves) append(line, { ...leaf }, true)
      return splitLine(line, { commaAfterStar }).map(physicalOf)
    }
  }
}

function physicalOf(line: Line): Physical {
  return { source: lineText(line), origins: new Set(line.leaves.flatMap(l => l.origins)) }
}

/** Puts the imports at their mark, or below the docstring and the comments that open the module. */
function placeImports(
  lines: readonly LogicalLine[],
  imports: readonly LogicalLine[]
): readonly LogicalLine[] {
  const mark = lines.findIndex(l => l.content.kind === 'imports')
  const body = lines.filter(l => l.content.kind !== 'imports')
  const [firstImport, ...otherImports] = imports
  if (!firstImport) return body
  const opening = body.findIndex(l => l.content.kind !== 'comment' && l.content.kind !== 'docstring')
  const at = mark >= 0 ? mark : opening < 0 ? body.length : opening
  const blanks = Math.max(firstImport.blanks, lines[mark]?.blanks ?? 0)
  return [...body.slice(0, at), { ...firstImport, blanks }, ...otherImports, ...body.slice(at)]
}

function addRange(ranges: Map<string, LineRange[]>, origin: string, range: LineRange): void {
  const known = ranges.get(origin) ?? []
  const last = known.at(-1)
  if (last && range[0] <= last[1] + 1) known[known.length - 1] = [last[0], Math.max(last[1], range[1])]
  else known.push([range[0], range[1]])
  ranges.set(origin, known)
}

/** Two stretches with only empty lines between are one. */
function joinAround(ranges: Map<string, LineRange[]>, text: readonly string[]): void {
  for (const [origin, known] of ranges) {
    const joined: LineRange[] = []
    for (const range of known) {
      const last = joined.at(-1)
      const onlyBlank = last && text.slice(last[1], range[0] - 1).every(row => row === '')
      if (last && onlyBlank) joined[joined.length - 1] = [last[0], range[1]]
      else joined.push(range)
    }
    ranges.set(origin, joined)
  }
}
