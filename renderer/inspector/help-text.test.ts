import { expect, it } from 'vitest'
import { flag, float, int, sizes, type Param } from '../../shared/blocks/params'
import { helpText } from './help-text'

const described = { label: 'Size', help: 'How big.' }

it.each<[Param, string]>([
  [int({ ...described, default: 64, min: 1 }), 'How big. From 1 to 1,000,000; 64 unless told.'],
  [
    float({ ...described, default: 0.001, min: 0, max: 10, above: true }),
    'How big. Above 0, at most 10; 0.001 unless told.'
  ],
  [
    float({ ...described, unit: 'of all numbers', default: 0.5, min: 0, max: 0.9999999 }),
    'How big. From 0 to 0.9999999 of all numbers; 0.5 unless told.'
  ],
  [
    sizes({ ...described, unit: 'pixels', default: [3, 3], min: 1 }),
    'How big. From 1 to 1,024 pixels; 3 × 3 unless told.'
  ],
  [flag({ ...described, default: true }), 'How big.']
])('%o is explained', (param, text) => {
  expect(helpText(param)).toBe(text)
})
