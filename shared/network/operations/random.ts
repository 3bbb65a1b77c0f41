import { at, fill, lengthOf } from '../nd-array'
import { normals, uniforms } from '../philox'
import type { Attributes, DrawAttributes } from '../program'
import { expect, single } from './operation'

/** Draws do not depend on the values of a program, so they have no gradient. */
export const uniform = single<DrawAttributes, 0>(0, {
  type: (_, { shape }) => ({ shape, dtype: 'float32' }),
  forward: (_, { shape, stream }, { seed, step, time }) => {
    const u = uniforms(seed, step, stream, lengthOf(shape), time)
    return fill(shape, i => at(u, i))
  },
  flops: (_, y) => lengthOf(y.shape)
})

/** 1 with the given probability, else 0. */
export const bernoulli = single<Attributes['bernoulli'], 0>(0, {
  type: (_, { shape, probability }) => {
    expect(probability >= 0 && probability <= 1, () => `probability must be from 0 to 1, got ${probability}`)
    return { shape, dtype: 'float32' }
  },
  forward: (_, { shape, stream, probability }, { seed, step, time }) => {
    const u = uniforms(seed, step, stream, lengthOf(shape), time)
    return fill(shape, i => (at(u, i) < probability ? 1 : 0))
  },
  flops: (_, y) => lengthOf(y.shape)
})

export const normal = single<DrawAttributes, 0>(0, {
  type: (_, { shape }) => ({ shape, dtype: 'float32' }),
  forward: (_, { shape, stream }, { seed, step, time }) => {
    const values = normals(seed, step, stream, lengthOf(shape), time)
    return fill(shape, i => at(values, i))
  },
  flops: (_, y) => lengthOf(y.shape)
})
