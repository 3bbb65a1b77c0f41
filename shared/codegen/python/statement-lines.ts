import type { PyExpr } from './expr'
import { putExpr } from './expression-leaves'
import type { Leaf } from './leaf'
import { comma, createWriter, put, separated, type Writer } from './leaf-writer'
import { lineLength } from './line'
import { commentLines, docstringSource } from './prose'
import type { Body, PyStatement } from './statement'
import { pass } from './statement'
import {
  putAlone,
  putAssign,
  putBare,
  putClassHeader,
  putDefHeader,
  putHeader,
  putImport,
  putOptional,
  putWithItem
} from './statement-leaves'

/** A line of code before it is broken, a comment, a docstring, or the place of the imports. */
export interface LogicalLine {
  readonly depth: number
  /** How many empty lines the statements ask for above. */
  readonly blanks: number
  readonly origins: readonly string[]
  readonly content:
    | { readonly kind: 'code'; readonly leaves: readonly Leaf[]; readonly decorator: boolean }
    | { readonly kind: 'comment' | 'docstring'; readonly text: string }
    | { readonly kind: 'imports' }
}

interface Output {
  readonly lines: LogicalLine[]
  readonly imports: Writer['imports']
  blanks: number
}

/** The lines of a module, and the imports that its expressions ask for. */
export function linesOf(statements: Body): Pick<Output, 'lines' | 'imports'> {
  const out: Output = { lines: [], imports: new Map(), blanks: 0 }
  for (const statement of statements) writeStatement(out, statement, 0, [])
  return out
}

function writeStatement(out: Output, statement: PyStatement, depth: number, outer: readonly string[]): void {
  const origins = statement.origin === undefined ? outer : [...outer, statement.origin]
  const line = (content: LogicalLine['content']): void => {
    out.lines.push({ depth, blanks: out.blanks, origins, content })
    out.blanks = 0
  }
  const code = (write: (w: Writer) => void, decorator = false): void => {
    const w = createWriter(out.imports, origins)
    write(w)
    line({ kind: 'code', leaves: w.leaves, decorator })
  }
  const block = (body: Body, doc?: string): void => {
    if (doc !== undefined) writeDocstring(out, doc, depth + 1, origins)
    out.blanks = 0
    const start = doc === undefined ? body.findIndex(s => s.kind !== 'blank') : 0
    const all = start < 0 ? [] : body.slice(start)
    const isEmpty = doc === undefined && all.every(s => s.kind === 'comment' || s.kind === 'blank')
    for (const inner of all) writeStatement(out, inner, depth + 1, origins)
    if (isEmpty) writeStatement(out, pass, depth + 1, origins)
  }
  switch (statement.kind) {
    case 'blank':
      out.blanks += 1
      return
    case 'imports':
      return line({ kind: 'imports' })
    case 'comment':
      for (const text of commentLines(statement.text, lineLength - 4 * depth)) line({ kind: 'comment', text })
      return
    case 'docstring':
      return writeDocstring(out, statement.text, depth, origins)
    case 'word':
      return code(w => put(w, 'name', statement.word, ''))
    case 'expression':
      return code(w => putAlone(w, statement.value))
    case 'assign':
      return code(w => putAssign(w, statement))
    case 'augmented':
      return code(w => {
        putExpr(w, statement.target, '')
        put(w, 'operator', `${statement.operator}=`, ' ')
        putOptional(w, statement.value, ' ')
      })
    case 'return':
      return code(w => {
        put(w, 'name', 'return', '')
        if (statement.value) putBare(w, statement.value, ' ')
      })
    case 'raise':
      return code(w => {
        put(w, 'name', 'raise', '')
        putExpr(w, statement.value, ' ')
      })
    case 'assert':
      return code(w => {
        put(w, 'name', 'assert', '')
        putOptional(w, statement.test, ' ')
        if (!statement.message) return
        comma(w)
        putOptional(w, statement.message, ' ')
      })
    case 'import':
      return code(w => putImport(w, statement.line))
    case 'def':
      writeDecorators(statement.decorators, code)
      code(w => putDefHeader(w, statement))
      return block(statement.body, statement.docstring)
    case 'class':
      writeDecorators(statement.decorators, code)
      code(w => putClassHeader(w, statement))
      return block(statement.body, statement.docstring)
    case 'if':
      statement.branches.forEach(({ test, body }, i) => {
        code(w => putHeader(w, i === 0 ? 'if' : 'elif', test))
        block(body)
      })
      if (statement.otherwise.length === 0) return
      code(w => {
        put(w, 'name', 'else', '')
        put(w, 'operator', ':', '')
      })
      return block(statement.otherwise)
    case 'while':
      code(w => putHeader(w, 'while', statement.test))
      return block(statement.body)
    case 'for':
      code(w => {
        put(w, 'name', 'for', '')
        putBare(w, statement.target, ' ')
        put(w, 'name', 'in', ' ')
        putOptional(w, statement.iterable, ' ')
        put(w, 'operator', ':', '')
      })
      return block(statement.body)
    case 'with':
      code(w => {
        put(w, 'name', 'with', '')
        separated(w, statement.items, (item, prefix) => putWithItem(w, item, prefix), ' ')
        put(w, 'operator', ':', '')
      })
      return block(statement.body)
  }
}

function writeDocstring(out: Output, text: string, depth: number, origins: readonly string[]): void {
  const source = docstringSource(text, depth, lineLength)
  out.lines.push({ depth, blanks: out.blanks, origins, content: { kind: 'docstring', text: source } })
  out.blanks = 0
}

function writeDecorators(
  decorators: readonly PyExpr[],
  code: (write: (w: Writer) => void, decorator: boolean) => void
): void {
  for (const decorator of decorators) {
    code(w => {
      put(w, 'operator', '@', '')
      putExpr(w, decorator, '')
    }, true)
  }
}
