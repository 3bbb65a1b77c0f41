import { expect, it } from 'vitest'
import { classShape, classToken } from './class-look'

it('no two of the first 36 classes look alike', () => {
  const looks = Array.from({ length: 36 }, (_, place) => classToken(place) + classShape(place))
  expect(new Set(looks).size).toBe(36)
})
