import { roundStep, spanOf, type Span } from '../samples/axis'
import { namedColumn, type NamedColumn } from '../samples/named-column'

/** What a person must know of a column of numbers to fill it in. */
export interface Column extends NamedColumn {
  /** What samples have. */
  readonly span: Span
  readonly step: number
  /** What the sample in the middle has. */
  readonly middle: number
}

/** Each column of some samples, `[samples, columns]`. */
export function columnsOf(names: readonly string[], values: ArrayLike<number>): readonly Column[] {
  return names.map((name, i) => {
    const own = Array.from({ length: Math.floor(values.length / names.length) }, (_, row) =>
      // 0.2 is stored as 0.20000000298.
      Number((values[row * names.length + i] ?? 0).toPrecision(6))
    ).toSorted((a, b) => a - b)
    const span = spanOf(own)
    const isWhole = own.every(Number.isInteger)
    const step = roundStep((span.to - span.from) / 200)
    const middle = own[Math.floor(own.length / 2)] ?? 0
    return { ...namedColumn(name), span, step: isWhole ? Math.max(1, step) : step, middle }
  })
}

/** A number with no more places than a step of its column can change, or as many as it was given with. */
export function numberText(value: number): string {
  return String(Number(value.toPrecision(6)))
}

/** As `numberText`, to be read alone: with the sign that is as wide as a digit. */
export function readableNumber(value: number, digits?: number): string {
  const text = digits === undefined ? numberText(value) : value.toFixed(digits)
  return (/^-[0.]*$/.test(text) ? text.slice(1) : text).replace('-', '\u2212')
}
