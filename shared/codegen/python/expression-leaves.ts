import type { PyExpr, PyParam } from './expr'
import { formatCall, fstringLeafText } from './fstring'
import { arithmeticPriority, priority, type Leaf } from './leaf'
import { close, comma, createWriter, open, put, separated, type Writer } from './leaf-writer'
import { putConstant, putNumber } from './literal-leaves'
import { stringLiteral } from './literals'
import { arithmetic, isBitwiseOr, isComplex, isPower, level, levelOf } from './precedence'

/**
 * @param prefix what stands before the first token
 * @param least the loosest precedence that needs no parentheses here
 * @param afterParen the token before is a round bracket, so that a conditional needs none of its own
 */
export function putExpr(
  w: Writer,
  expr: PyExpr,
  prefix: string,
  least: number = level.test,
  afterParen = false
): void {
  if (levelOf(expr) < least) {
    open(w, '(', prefix, true)
    putExpr(w, expr, '', level.test, true)
    close(w, '(', true)
    return
  }
  switch (expr.kind) {
    case 'name':
      if (expr.import)
        w.imports.set(JSON.stringify([expr.name, expr.import]), { local: expr.name, source: expr.import })
      return put(w, 'name', expr.name, prefix)
    case 'string':
      return put(w, 'string', stringLiteral(expr.value), prefix)
    case 'constant':
      return putConstant(w, expr.value, prefix)
    case 'number':
      return putNumber(w, expr.value, expr.float, prefix)
    case 'fstring':
      return putFString(w, expr, prefix)
    case 'tagged': {
      const outer = w.origins
      w.origins = [...outer, expr.origin]
      putExpr(w, expr.value, prefix, least, afterParen)
      w.origins = outer
      return
    }
    case 'attribute':
      putExpr(w, expr.value, prefix, expr.value.kind === 'number' ? level.atom : level.trailer)
      put(w, 'operator', '.', '')
      return put(w, 'name', expr.name, '')
    case 'call':
      return putCall(w, expr, prefix)
    case 'index':
      return putIndex(w, expr, prefix)
    case 'star':
      put(w, 'operator', expr.star, prefix)
      return putExpr(w, expr.value, '', level.bitOr)
    case 'tuple':
      open(w, '(', prefix, true)
      putTupleItems(w, expr.items, '')
      return close(w, '(', true)
    case 'list':
      open(w, '[', prefix, true)
      separated(w, expr.items, (item, before) => putExpr(w, item, before))
      return close(w, '[', true)
    case 'dict':
      open(w, '{', prefix, true)
      separated(w, expr.entries, ([key, value], before) => {
        putExpr(w, key, before)
        put(w, 'operator', ':', '')
        putExpr(w, value, ' ')
      })
      return close(w, '{', true)
    case 'binary':
      return putBinary(w, expr, prefix)
    case 'logic': {
      const own = levelOf(expr)
      putExpr(w, expr.left, prefix, own)
      put(w, 'name', expr.operator, ' ', { splitBefore: priority.logic })
      return putExpr(w, expr.right, ' ', own + 1)
    }
    case 'comparison':
      putExpr(w, expr.left, prefix, level.bitOr)
      putComparisonOperator(w, expr.operator)
      return putExpr(w, expr.right, ' ', level.bitOr)
    case 'unary':
      if (expr.operator === 'not') {
        put(w, 'name', 'not', prefix)
        return putExpr(w, expr.value, ' ', level.not)
      }
      put(w, 'operator', expr.operator, prefix)
      return putExpr(w, expr.value, '', isPower(expr.value) ? level.atom : level.unary)
    case 'slice':
      throw new Error('a slice can only be an item of an index')
    case 'lambda':
      put(w, 'name', 'lambda', prefix)
      separated(w, expr.params, (p, before) => putParam(w, p, before, null), ' ')
      put(w, 'operator', ':', '')
      return putExpr(w, expr.body, ' ')
    case 'conditional':
      return putConditional(w, expr, prefix, afterParen)
    case 'comprehension':
      return putComprehension(w, expr, prefix, true)
  }
}

/** The items of a tuple without its brackets; one item keeps its comma. */
export function putTupleItems(w: Writer, items: readonly PyExpr[], prefix: string): void {
  separated(w, items, (item, before) => putExpr(w, item, before), prefix)
  if (items.length === 1) comma(w)
}

/** A loop's target, or what is assigned to: a tuple stands without brackets. */
export function putTarget(w: Writer, target: PyExpr, prefix: string): void {
  if (target.kind === 'tuple' && target.items.length > 1) putTupleItems(w, target.items, prefix)
  else putExpr(w, target, prefix)
}

export function putParam(w: Writer, p: PyParam, prefix: string, starIn: Leaf['star']): void {
  if (p.star) put(w, 'operator', p.star, prefix, { star: starIn })
  put(w, 'name', p.name, p.star ? '' : prefix)
  if (p.annotation) {
    put(w, 'operator', ':', '')
    w.annotation = 'param'
    if (isBitwiseOr(p.annotation) || p.annotation.kind === 'list' || p.annotation.kind === 'dict') {
      open(w, '(', ' ', true, false)
      putExpr(w, p.annotation, '')
      close(w, '(', true, false)
    } else putExpr(w, p.annotation, ' ')
    w.annotation = null
  }
  if (p.default) {
    const space = p.annotation ? ' ' : ''
    put(w, 'operator', '=', space)
    putExpr(w, p.default, space)
  }
}

/** Positional and named arguments, without the brackets. */
export function putArguments(
  w: Writer,
  args: readonly PyExpr[],
  kwargs: readonly (readonly [string, PyExpr])[]
): void {
  const [only] = args
  if (only !== undefined && args.length === 1 && kwargs.length === 0) {
    if (only.kind === 'comprehension' && only.result === 'generator')
      return putComprehension(w, only, '', false)
    if (only.kind !== 'star') return putExpr(w, only, '', level.test, true)
  }
  const all: readonly (readonly [string | null, PyExpr])[] = [
    ...args.map(arg => [null, arg] as const),
    ...kwargs
  ]
  separated(w, all, ([key, value], before) => {
    if (key !== null) {
      put(w, 'name', key, before)
      put(w, 'operator', '=', '')
      putExpr(w, value, '')
    } else if (value.kind === 'star') {
      put(w, 'operator', value.star, before, { star: 'call' })
      putExpr(w, value.value, '')
    } else putExpr(w, value, before)
  })
}

type Of<K extends PyExpr['kind']> = Extract<PyExpr, { kind: K }>

function putFString(w: Writer, expr: Of<'fstring'>, prefix: string): void {
  const flat = (value: PyExpr): string => {
    const inner = createWriter(w.imports, w.origins)
    putExpr(inner, value, '')
    return inner.leaves.map(l => l.prefix + l.value).join('')
  }
  const text = fstringLeafText(expr.parts, flat)
  if (text !== null) return put(w, 'string', text, prefix)
  putExpr(w, formatCall(expr.parts), prefix)
}

function putCall(w: Writer, expr: Of<'call'>, prefix: string): void {
  putExpr(w, expr.callee, prefix, level.trailer)
  open(w, '(', '', false)
  putArguments(w, expr.args, expr.kwargs)
  close(w, '(', false)
}

function putIndex(w: Writer, expr: Of<'index'>, prefix: string): void {
  putExpr(w, expr.value, prefix, level.trailer)
  open(w, '[', '', false)
  separated(w, expr.items, (item, before) => {
    if (item.kind === 'slice') putSlice(w, item, before)
    else putExpr(w, item, before)
  })
  close(w, '[', false)
}

/** Spaces around the colon when a bound is more than a name or a number. */
function putSlice(w: Writer, { from, to, step }: Of<'slice'>, prefix: string): void {
  const space = [from, to, step].some(part => part !== null && isComplex(part)) ? ' ' : ''
  if (from) putExpr(w, from, prefix)
  put(w, 'operator', ':', from ? space : prefix)
  if (to) putExpr(w, to, space)
  if (step === null) return
  put(w, 'operator', ':', to ? space : '')
  putExpr(w, step, space)
}

function putBinary(w: Writer, expr: Of<'binary'>, prefix: string): void {
  const own = arithmetic[expr.operator]
  const isPow = expr.operator === '**'
  putExpr(w, expr.left, prefix, isPow ? level.trailer : own)
  put(w, 'operator', expr.operator, ' ', { splitBefore: arithmeticPriority[expr.operator] })
  putExpr(w, expr.right, ' ', isPow ? level.unary : own + 1)
}

function putComparisonOperator(w: Writer, operator: Of<'comparison'>['operator']): void {
  const [first = '', second] = operator.split(' ')
  const kind = /[a-z]/.test(first) ? 'name' : 'operator'
  put(w, kind, first, ' ', { splitBefore: priority.comparison })
  if (second !== undefined) put(w, 'name', second, ' ')
}

function putConditional(w: Writer, expr: Of<'conditional'>, prefix: string, afterParen: boolean): void {
  if (!afterParen) put(w, 'open', '', prefix, { bracket: '(', lasting: true })
  putExpr(w, expr.yes, afterParen ? prefix : '', level.or)
  put(w, 'name', 'if', ' ', { splitBefore: priority.ternary })
  putExpr(w, expr.test, ' ', level.or)
  put(w, 'name', 'else', ' ', { splitBefore: priority.ternary })
  putExpr(w, expr.no, ' ')
  if (!afterParen) put(w, 'close', '', '', { bracket: '(', lasting: true })
}

function putComprehension(w: Writer, expr: Of<'comprehension'>, prefix: string, brackets: boolean): void {
  const bracket = expr.result === 'list' ? '[' : '('
  if (brackets) open(w, bracket, prefix, true)
  putExpr(w, expr.item, '')
  put(w, 'name', 'for', ' ', { splitBefore: priority.comprehension })
  putTarget(w, expr.target, ' ')
  put(w, 'name', 'in', ' ')
  putExpr(w, expr.iterable, ' ', level.or)
  for (const condition of expr.conditions) {
    put(w, 'name', 'if', ' ', { splitBefore: priority.comprehension })
    putExpr(w, condition, ' ', level.or)
  }
  if (brackets) close(w, bracket, true)
}
