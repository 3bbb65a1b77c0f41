import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centreDigit, type Ink } from './centre-digit'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A filled rectangle on a pad of 280 × 280. */
function rectangle({ x, y, width, height }: Box): Ink {
  const dark = new Float32Array(280 * 280)
  for (let row = y; row < y + height; row++) dark.fill(1, row * 280 + x, row * 280 + x + width)
  return { width: 280, height: 280, dark }
}

function measure(image: Float32Array) {
  let [total, x, y, left, right] = [0, 0, 0, 28, 0]
  image.forEach((value, i) => {
    total += value
    x += value * ((i % 28) + 0.5)
    y += value * (Math.floor(i / 28) + 0.5)
    if (value > 0.02) [left, right] = [Math.min(left, i % 28), Math.max(right, (i % 28) + 1)]
  })
  return { total, x: x / total, y: y / total, width: right - left }
}

const someBox = fc
  .record({ width: fc.integer({ min: 10, max: 200 }), height: fc.integer({ min: 10, max: 200 }) })
  .chain(({ width, height }) =>
    fc.record({
      x: fc.integer({ min: 0, max: 280 - width }),
      y: fc.integer({ min: 0, max: 280 - height }),
      width: fc.constant(width),
      height: fc.constant(height)
    })
  )

describe('centreDigit', () => {
  it('is null for an empty pad', () => {
    expect(centreDigit({ width: 280, height: 280, dark: new Float32Array(280 * 280) })).toBeNull()
  })

  it('puts the centre of mass into the middle, wherever and however large the drawing is', () => {
    fc.assert(
      fc.property(someBox, shape => {
        const { x, y } = measure(centreDigit(rectangle(shape)) ?? new Float32Array())
        // Edges fall between the six points that are looked at along a pixel.
        expect(Math.abs(x - 14)).toBeLessThan(1 / 6)
        expect(Math.abs(y - 14)).toBeLessThan(1 / 6)
      }),
      { numRuns: 20 }
    )
  })

  it('scales the longer side to 20 pixels and keeps the proportions', () => {
    const image = centreDigit(rectangle({ x: 5, y: 100, width: 160, height: 40 })) ?? new Float32Array()
    const { width, total } = measure(image)
    expect(width).toBe(20)
    expect(total).toBeCloseTo(20 * 5, 0)
  })

  it('gives values from 0 to 1', () => {
    const image = centreDigit(rectangle({ x: 3, y: 7, width: 33, height: 77 })) ?? new Float32Array()
    expect(Math.max(...image)).toBeCloseTo(1)
    expect(Math.min(...image)).toBe(0)
  })
})
