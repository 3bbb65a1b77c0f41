import { expect, it } from 'vitest'
import { standardised } from '../../shared/datasets/standardised'
import { inUnits } from './statistics'

const statistics = [{ field: 'size', mean: [10, -4], deviation: [2, 0.5] }]

it('is the way back from standardised values', () => {
  const raw = Float32Array.of(12, -4, 6, -3)
  expect(inUnits('size', standardised('size', raw, statistics), statistics)).toEqual([12, -4, 6, -3])
})

it('leaves what was never standardised', () => {
  expect(inUnits('other', [1, 2], statistics)).toEqual([1, 2])
})
