import type { FloatParam, IntParam } from '../../shared/blocks/params'

/** The number that a text says, with a point or a comma: `0,5` and `1e-3` too. `null` for any other text. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null
  const number = Number(plain)
  return Number.isFinite(number) ? number : null
}

type Stepping = Pick<IntParam, 'kind' | 'min' | 'max'> | Pick<FloatParam, 'kind' | 'min' | 'max' | 'step'>

/**
 * So many steps more or less, within the range. A fraction without a step of its own moves by a tenth of its size,
 * so that 0.001 becomes 0.0011; ten steps at once take it to the next power of ten.
 */
export function stepped(param: Stepping, value: number, steps: number): number {
  const next = Number(moved(param, value, steps).toPrecision(12))
  return Math.min(param.max, Math.max(param.min, next))
}

function moved(param: Stepping, value: number, steps: number): number {
  if (param.kind === 'int') return value + steps
  if (param.step !== undefined) return value + steps * param.step
  if (value === 0) return steps / 10
  if (Math.abs(steps) >= 10) return value * 10 ** Math.sign(steps * value)
  return value + steps * 10 ** Math.floor(Math.log10(Math.abs(value)) - 0.05)
}
