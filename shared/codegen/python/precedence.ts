import type { PyExpr } from './expr'

/** How tightly an expression holds together; a looser one inside a tighter one needs parentheses. */
export const level = {
  test: 1,
  or: 2,
  and: 3,
  not: 4,
  comparison: 5,
  bitOr: 6,
  unary: 12,
  power: 13,
  trailer: 14,
  atom: 15
} as const

export const arithmetic = {
  '|': 6,
  '^': 7,
  '&': 8,
  '<<': 9,
  '>>': 9,
  '+': 10,
  '-': 10,
  '*': 11,
  '/': 11,
  '//': 11,
  '%': 11,
  '@': 11,
  '**': level.power
} as const

export function levelOf(expr: PyExpr): number {
  switch (expr.kind) {
    case 'lambda':
    case 'conditional':
      return level.test
    case 'logic':
      return expr.operator === 'or' ? level.or : level.and
    case 'unary':
      return expr.operator === 'not' ? level.not : level.unary
    case 'comparison':
      return level.comparison
    case 'binary':
      return arithmetic[expr.operator]
    case 'number':
      return numberLevel(expr.value)
    case 'tagged':
      return levelOf(expr.value)
    default:
      return level.atom
  }
}

/** A minus is an operator of its own, and a number before a dot would swallow it. */
function numberLevel(value: number): number {
  if (value < 0 || Object.is(value, -0)) return Number.isFinite(value) ? level.unary : level.atom
  return Number.isFinite(value) ? level.trailer : level.atom
}

/** A slice with such a bound has spaces around its colon. */
export function isComplex(expr: PyExpr): boolean {
  switch (expr.kind) {
    case 'name':
    case 'string':
    case 'fstring':
    case 'constant':
      return false
    case 'number':
      return !Number.isFinite(expr.value)
    case 'tagged':
      return isComplex(expr.value)
    case 'unary':
      return expr.operator === 'not' || isComplex(expr.value)
    case 'tuple':
    case 'list':
      return expr.items.some(isComplex)
    case 'dict':
      return expr.entries.some(entry => entry.some(isComplex))
    case 'comprehension':
      return [expr.item, expr.target, expr.iterable, ...expr.conditions].some(isComplex)
    default:
      return true
  }
}

export function isPower(expr: PyExpr): boolean {
  const inner = expr.kind === 'tagged' ? expr.value : expr
  return inner.kind === 'binary' && inner.operator === '**'
}

export function isBitwiseOr(expr: PyExpr): boolean {
  return expr.kind === 'binary' && expr.operator === '|'
}
