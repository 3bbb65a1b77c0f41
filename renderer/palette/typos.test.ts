import { expect, it } from 'vitest'
import { isNear } from './typos'

it.each([
  ['dnese', 'dense', true],
  ['dens', 'dense', true],
  ['dropuot', 'dropout', true],
  ['convlution', 'convolution', true],
  ['normalistaion', 'normalisation', true],
  ['overfiting', 'overfitting', true],
  ['attnetoin', 'attention', true],
  ['convo', 'convolution', true],
  ['lst', 'list', false],
  ['adds', 'dense', false],
  ['dropout', 'pooling', false]
])('%s for %s: %s', (typed, word, near) => {
  expect(isNear(typed, word)).toBe(near)
})
