import { close, open, put, type Writer } from './leaf-writer'
import { numberLiteral } from './literals'

export function putConstant(w: Writer, value: boolean | null | '...', prefix: string): void {
  if (value === '...') return put(w, 'operator', '...', prefix)
  put(w, 'name', value === null ? 'None' : value ? 'True' : 'False', prefix)
}

export function putNumber(w: Writer, value: number, float: boolean, prefix: string): void {
  if (!Number.isFinite(value)) {
    const text = Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'
    put(w, 'name', 'float', prefix)
    open(w, '(', '', false)
    put(w, 'string', `"${text}"`, '')
    return close(w, '(', false)
  }
  const negative = value < 0 || Object.is(value, -0)
  if (negative) put(w, 'operator', '-', prefix)
  put(w, 'number', numberLiteral(Math.abs(value), float), negative ? '' : prefix)
}
