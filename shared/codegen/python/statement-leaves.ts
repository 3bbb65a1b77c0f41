import type { PyExpr } from './expr'
import { putArguments, putExpr, putParam, putTarget, putTupleItems } from './expression-leaves'
import { close, open, put, separated, type Writer } from './leaf-writer'
import type { ImportLine, PyStatement, WithItem } from './statement'

type Of<K extends PyStatement['kind']> = Extract<PyStatement, { kind: K }>

/** An expression with brackets that show only when it has to be broken there. */
export function putOptional(w: Writer, expr: PyExpr, prefix: string): void {
  const inner = untagged(expr)
  if (inner.kind === 'tuple' || (inner.kind === 'comprehension' && inner.result === 'generator')) {
    return putExpr(w, expr, prefix)
  }
  open(w, '(', prefix, true, false)
  putExpr(w, expr, '', undefined, true)
  close(w, '(', true, false)
}

/** Like `putOptional`, and a tuple stands without brackets. */
export function putBare(w: Writer, expr: PyExpr, prefix: string): void {
  if (expr.kind !== 'tuple' || expr.items.length < 2 || expr.items.some(item => item.kind === 'star')) {
    return putOptional(w, expr, prefix)
  }
  open(w, '(', prefix, true, false)
  putTupleItems(w, expr.items, '')
  close(w, '(', true, false)
}

export function putAlone(w: Writer, expr: PyExpr): void {
  const inner = untagged(expr)
  const isArithmetic = inner.kind === 'binary' && /^([-+^&]|<<|>>)$/.test(inner.operator)
  if (isArithmetic) putOptional(w, expr, '')
  else putExpr(w, expr, '')
}

export function putAssign(w: Writer, { targets, annotation, value }: Of<'assign'>): void {
  targets.forEach((target, i) => {
    const prefix = i === 0 ? '' : ' '
    if (i > 0 || (target.kind === 'tuple' && target.items.length > 1)) putBare(w, target, prefix)
    else putTarget(w, target, prefix)
    if (annotation) {
      put(w, 'operator', ':', '')
      putOptional(w, annotation, ' ')
    }
    if (value) put(w, 'operator', '=', ' ')
  })
  if (value) putOptional(w, value, ' ')
}

export function putImport(w: Writer, line: ImportLine): void {
  const as = (alias: string | undefined): void => {
    if (alias === undefined) return
    put(w, 'name', 'as', ' ')
    put(w, 'name', alias, ' ')
  }
  if ('module' in line) {
    put(w, 'name', 'import', '')
    put(w, 'name', line.module, ' ')
    return as(line.as)
  }
  put(w, 'name', 'from', '')
  put(w, 'name', line.from, ' ')
  put(w, 'name', 'import', ' ')
  open(w, '(', ' ', true, false)
  separated(w, line.names, (each, prefix) => {
    put(w, 'name', each.name, prefix)
    as(each.as)
  })
  close(w, '(', true, false)
}

export function putDefHeader(w: Writer, { name, params, returns }: Of<'def'>): void {
  put(w, 'name', 'def', '')
  put(w, 'name', name, ' ')
  open(w, '(', '', false)
  separated(w, params, (p, prefix) => putParam(w, p, prefix, 'def'))
  close(w, '(', false)
  if (returns) {
    put(w, 'operator', '->', ' ')
    w.annotation = 'return'
    putOptional(w, returns, ' ')
    w.annotation = null
  }
  put(w, 'operator', ':', '')
}

export function putClassHeader(w: Writer, { name, bases, kwargs }: Of<'class'>): void {
  put(w, 'name', 'class', '')
  put(w, 'name', name, ' ')
  if (bases.length + kwargs.length > 0) {
    open(w, '(', '', false)
    putArguments(w, bases, kwargs)
    close(w, '(', false)
  }
  put(w, 'operator', ':', '')
}

export function putHeader(w: Writer, word: string, test: PyExpr): void {
  put(w, 'name', word, '')
  putOptional(w, test, ' ')
  put(w, 'operator', ':', '')
}

/** A lone name gets optional brackets; what has brackets of its own does not. */
export function putWithItem(w: Writer, { value, as }: WithItem, prefix: string): void {
  if (!as && value.kind === 'name') return putOptional(w, value, prefix)
  putExpr(w, value, prefix)
  if (!as) return
  put(w, 'name', 'as', ' ')
  putExpr(w, as, ' ')
}

function untagged(expr: PyExpr): PyExpr {
  return expr.kind === 'tagged' ? untagged(expr.value) : expr
}
