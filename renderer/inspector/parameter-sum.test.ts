import { expect, it } from 'vitest'
import { trained, zeros } from '../../shared/blocks/weights'
import { parameterSum } from './parameter-sum'

it('adds up what the weights hold', () => {
  const weights = [trained('kernel', [784, 512], zeros), trained('bias', [512], zeros)]
  expect(parameterSum(weights)).toBe('784 × 512 kernel + 512 bias = 401,920')
})
