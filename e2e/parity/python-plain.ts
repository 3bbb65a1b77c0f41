import type { PyExpr } from '../../shared/codegen/python/expr'

/**
 * An expression on one line with parentheses around each of its parts, so that nothing is left to precedence, and
 * every character of a string escaped. f-strings can't be compared so and are refused.
 */
export function plainPython(expr: PyExpr): string {
  const p = (inner: PyExpr): string =>
    inner.kind === 'star' ? `${inner.star}(${plainPython(inner.value)})` : `(${plainPython(inner)})`
  const bound = (inner: PyExpr | null): string => (inner ? p(inner) : '')
  const target = (inner: PyExpr): string =>
    inner.kind === 'tuple' ? inner.items.map(item => `${plainPython(item)},`).join('') : plainPython(inner)
  switch (expr.kind) {
    case 'name':
      return expr.name
    case 'string':
      return `"${Array.from(expr.value, c => `\\U${hex(c.codePointAt(0) ?? 0)}`).join('')}"`
    case 'number': {
      const text = Number.isFinite(expr.value) ? pythonNumber(Math.abs(expr.value), expr.float) : null
      if (text === null)
        return `float("${String(expr.value).replace('Infinity', 'inf').replace('NaN', 'nan')}")`
      return expr.value < 0 || Object.is(expr.value, -0) ? `-${text}` : text
    }
    case 'constant':
      return expr.value === '...' ? '...' : expr.value === null ? 'None' : expr.value ? 'True' : 'False'
    case 'attribute':
      return `${p(expr.value)}.${expr.name}`
    case 'call':
      return `${p(expr.callee)}(${[...expr.args.map(p), ...expr.kwargs.map(([key, v]) => `${key}=${p(v)}`)].join()})`
    case 'star':
      throw new Error('a star stands only in arguments')
    case 'tuple':
      return `(${expr.items.map(item => `${p(item)},`).join('')})`
    case 'list':
      return `[${expr.items.map(p).join()}]`
    case 'dict':
      return `{${expr.entries.map(([key, value]) => `${p(key)}:${p(value)}`).join()}}`
    case 'logic': {
      // Python makes one list of `a and b and c`, where brackets would nest.
      const isSame = expr.left.kind === 'logic' && expr.left.operator === expr.operator
      return `${isSame ? plainPython(expr.left) : p(expr.left)} ${expr.operator} ${p(expr.right)}`
    }
    case 'binary':
    case 'comparison':
      return `${p(expr.left)} ${expr.operator} ${p(expr.right)}`
    case 'unary':
      return `${expr.operator} ${p(expr.value)}`
    case 'index':
      return `${p(expr.value)}[${expr.items.map(item => (item.kind === 'slice' ? plainPython(item) : p(item))).join()}]`
    case 'slice':
      return `${bound(expr.from)}:${bound(expr.to)}${expr.step ? `:${p(expr.step)}` : ''}`
    case 'lambda':
      return `lambda ${expr.params.map(each => each.name).join()}: ${p(expr.body)}`
    case 'conditional':
      return `${p(expr.yes)} if ${p(expr.test)} else ${p(expr.no)}`
    case 'comprehension': {
      const conditions = expr.conditions.map(condition => ` if ${p(condition)}`).join('')
      const text = `${p(expr.item)} for ${target(expr.target)} in ${p(expr.iterable)}${conditions}`
      return expr.result === 'list' ? `[${text}]` : `(${text})`
    }
    case 'tagged':
      return plainPython(expr.value)
    case 'fstring':
      throw new Error('f-strings are compared by their value')
  }
}

function pythonNumber(value: number, float: boolean): string {
  const digits = String(value)
  if (!float) return String(BigInt(value))
  return /[.e]/.test(digits) ? digits : `${digits}.0`
}

function hex(code: number): string {
  return code.toString(16).padStart(8, '0')
}
