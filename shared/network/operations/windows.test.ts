import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBuilder } from '../builder'
import { at, type NdArray } from '../nd-array'
import type { ConvAttributes, Pair } from '../program'
import { drawn, outputsOf } from './testing'
import { windowPlaces, windowSource } from './windows'

interface Geometry {
  readonly spatial: readonly number[]
  readonly size: readonly number[]
  readonly attributes: ConvAttributes
}

const geometry: fc.Arbitrary<Geometry> = fc.integer({ min: 1, max: 3 }).chain(rank => {
  const each = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> =>
    fc.array(value, { minLength: rank, maxLength: rank })
  const upTo = (max: number): fc.Arbitrary<readonly number[]> => each(fc.integer({ min: 1, max }))
  const pairs: fc.Arbitrary<readonly Pair[]> = each(fc.tuple(fc.nat(2), fc.nat(2)))
  return fc.record({
    spatial: each(fc.integer({ min: 5, max: 6 })),
    size: upTo(3),
    attributes: fc.record({
      strides: upTo(3),
      padding: pairs,
      dilation: upTo(2),
      groups: fc.constantFrom(1, 2)
    })
  })
})

const inner = (a: NdArray, b: NdArray): number =>
  Array.from(a.data).reduce((sum, v, i) => sum + v * at(b.data, i), 0)

describe('windows', () => {
  it('lie within the padded lengths, and one more would not', () => {
    fc.assert(
      fc.property(geometry, ({ spatial, size, attributes }) => {
        windowPlaces(spatial, { size, ...attributes }).forEach((places, axis) => {
          const [before, after] = attributes.padding[axis] ?? [0, 0]
          const last = (n: number): number =>
            (n - 1) * at(attributes.strides, axis) + (at(size, axis) - 1) * at(attributes.dilation, axis) + 1
          expect(last(places)).toBeLessThanOrEqual(at(spatial, axis) + before + after)
          expect(last(places + 1)).toBeGreaterThan(at(spatial, axis) + before + after)
        })
      })
    )
  })

  it('come from the lengths that a transposed convolution makes', () => {
    fc.assert(
      fc.property(geometry, ({ spatial, size, attributes }) => {
        const window = { size, ...attributes, padding: spatial.map((): Pair => [0, 0]) }
        expect(windowPlaces(windowSource(spatial, window), window)).toEqual(spatial)
      })
    )
  })

  it('make convTranspose the adjoint of conv: ⟨conv(x), y⟩ = ⟨x, convTranspose(y)⟩', () => {
    fc.assert(
      fc.property(geometry, ({ spatial, size, attributes }) => {
        const places = windowPlaces(spatial, { size, ...attributes })
        const source = windowSource(places, { size, ...attributes })
        const b = createBuilder({ batch: 1, training: false })
        const cut = (length: number, axis: number): number => length - at(spatial, axis)
        const padding = attributes.padding.map(([before, after], axis): Pair => [
          before,
          after + cut(at(source, axis), axis)
        ])
        const x = b.input('x', [1, ...spatial, 2 * attributes.groups], 'float32')
        const y = b.input('y', [1, ...places, 4], 'float32')
        const kernel = b.input('kernel', [...size, 2, 4], 'float32')
        const program = b.finish({
          there: b.conv(x, kernel, attributes),
          back: b.convTranspose(y, kernel, { ...attributes, padding })
        })
        const inputs = Object.fromEntries(
          Object.entries(program.inputs).map(([name, { shape }]) => [name, drawn(shape, name, [-1, 1])])
        )
        const { there, back } = outputsOf(program, { inputs, weights: {} })
        expect(back?.shape).toEqual(x.shape)
        expect(inner(there as NdArray, inputs['y'] as NdArray)).toBeCloseTo(
          inner(inputs['x'] as NdArray, back as NdArray),
          9
        )
      }),
      { numRuns: 40 }
    )
  })
})
