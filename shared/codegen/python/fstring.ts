import type { FormattedPart, PyExpr } from './expr'
import { escaped, quoteFor } from './literals'

/**
 * Source of an f-string, or `null` where Python before 3.12 could not read it (quotes, backslashes or braces
 * inside the braces): the caller then writes `"…".format(…)`, which means the same.
 */
export function fstringLeafText(
  parts: readonly (string | FormattedPart)[],
  flat: (value: PyExpr) => string
): string | null {
  const values = parts.flatMap(p => (typeof p === 'string' ? [] : [flat(p.value)]))
  const text = parts.map(p => (typeof p === 'string' ? p : '')).join('')
  if (values.some(value => /[{}\\']|lambda|!=/.test(value))) return null
  const quoted = values.some(value => value.includes('"'))
  if (quoted && /["'\\{}]|[^\x20-\x7e]/.test(text)) return null
  const quote = quoted ? '"' : quoteFor(text)
  const body = parts
    .map(part => {
      if (typeof part === 'string') return escaped(part, quote).replace(/[{}]/g, '$&$&')
      const inner = flat(part.value).replace(/"/g, "'")
      return `{${inner}${part.format ? `:${part.format}` : ''}}`
    })
    .join('')
  return `f${quote}${body}${quote}`
}

/** The same as a call: `"loss {:.4f}".format(loss)`. */
export function formatCall(parts: readonly (string | FormattedPart)[]): PyExpr {
  const template = parts
    .map(p => (typeof p === 'string' ? p.replace(/[{}]/g, '$&$&') : p.format ? `{:${p.format}}` : '{}'))
    .join('')
  const values = parts.flatMap(p => (typeof p === 'string' ? [] : [p.value]))
  const callee: PyExpr = { kind: 'attribute', value: { kind: 'string', value: template }, name: 'format' }
  return { kind: 'call', callee, args: values, kwargs: [] }
}
