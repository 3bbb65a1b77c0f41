import { addAt, at, lengthOf, zeros } from '../nd-array'
import type { ArrayType, PoolAttributes } from '../program'
import { expect, single, typeText } from './operation'
import { spatialOf, windowPlaces, windowTaps } from './windows'

function poolType(x: ArrayType, attributes: PoolAttributes): ArrayType {
  expect(x.dtype === 'float32', () => `takes float32, got ${typeText(x)}: cast it first`)
  const spatial = spatialOf(x.shape)
  const places = windowPlaces(spatial, { ...attributes, dilation: spatial.map(() => 1) })
  attributes.padding.forEach(([before, after], axis) =>
    expect(
      Math.max(before, after) < at(attributes.size, axis),
      () => `padding ${before} and ${after} must be less than the window, ${at(attributes.size, axis)}`
    )
  )
  return { shape: [at(x.shape, 0), ...places, at(x.shape, x.shape.length - 1)], dtype: 'float32' }
}

/** Tells, for each number of the result, its position and those it is made of; padding is left out. */
function eachWindow(
  shape: readonly number[],
  attributes: PoolAttributes,
  visit: (result: number, sources: readonly number[]) => void
): void {
  const { shape: resultShape } = poolType({ shape, dtype: 'float32' }, attributes)
  const [spatial, places] = [spatialOf(shape), spatialOf(resultShape)]
  const taps = windowTaps(spatial, places, { ...attributes, dilation: spatial.map(() => 1) })
  const [placeCount, size, channels] = [
    lengthOf(places),
    lengthOf(attributes.size),
    at(shape, shape.length - 1)
  ]
  for (let sample = 0; sample < at(shape, 0); sample++)
    for (let place = 0; place < placeCount; place++) {
      const inside = Array.from(taps.subarray(place * size, (place + 1) * size)).filter(tap => tap >= 0)
      for (let channel = 0; channel < channels; channel++)
        visit(
          (sample * placeCount + place) * channels + channel,
          inside.map(tap => (sample * lengthOf(spatial) + tap) * channels + channel)
        )
    }
}

const flops = ({ size }: PoolAttributes, y: ArrayType): number => lengthOf(y.shape) * lengthOf(size)

/** The largest of each window; outside counts as −∞. The gradient goes to the first of equals. */
export const maxPool = single<PoolAttributes, 1>(1, {
  type: ([x], attributes) => poolType(x, attributes),
  forward: ([x], attributes) => {
    const y = zeros(poolType(x, attributes).shape)
    eachWindow(x.shape, attributes, (result, sources) => {
      y.data[result] = sources.reduce((most, i) => Math.max(most, at(x.data, i)), -Infinity)
    })
    return y
  },
  gradient: (g, [x], y, attributes) => {
    const gx = zeros(x.shape)
    eachWindow(x.shape, attributes, (result, sources) => {
      const winner = sources.find(i => at(x.data, i) === at(y.data, result))
      if (winner !== undefined) addAt(gx.data, winner, at(g.data, result))
    })
    return [gx]
  },
  flops: (_, y, attributes) => flops(attributes, y)
})

/** The mean of each window; padding counts neither in the sum nor in the divisor. */
export const avgPool = single<PoolAttributes, 1>(1, {
  type: ([x], attributes) => poolType(x, attributes),
  forward: ([x], attributes) => {
    const y = zeros(poolType(x, attributes).shape)
    eachWindow(x.shape, attributes, (result, sources) => {
      y.data[result] = sources.reduce((sum, i) => sum + at(x.data, i), 0) / sources.length
    })
    return y
  },
  gradient: (g, [x], _, attributes) => {
    const gx = zeros(x.shape)
    eachWindow(x.shape, attributes, (result, sources) =>
      sources.forEach(i => addAt(gx.data, i, at(g.data, result) / sources.length))
    )
    return [gx]
  },
  flops: (_, y, attributes) => flops(attributes, y)
})
