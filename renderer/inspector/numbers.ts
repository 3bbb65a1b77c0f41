import type { FloatParam, IntParam } from '../../shared/blocks/params'

/** The number that a text says, with a point or a comma: `0,5` and `1e-3` too. `null` for any other text. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null
  const number = Number(plain)
  return Number.isFinite(number) ? number : null
}

/** One more or one less; for fractions a tenth of their size, so that 0.001 becomes 0.0011. */
export function stepped(param: IntParam | FloatParam, value: number, direction: 1 | -1): number {
  const size =
    param.kind === 'int' ? 1 : value === 0 ? 0.1 : 10 ** Math.floor(Math.log10(Math.abs(value)) - 0.05)
  const next = Number((value + direction * size).toPrecision(12))
  return Math.min(param.max, Math.max(param.min, next))
}
