import { expect, it } from 'vitest'
import { columnsOf, readableNumber } from './column'

it('knows the range of each column, its middle, and a step that suits it', () => {
  const values = Float32Array.of(0.2, 10, 2.2, 30, 1, 20)
  expect(columnsOf(['width (cm)', 'count'], values)).toEqual([
    { label: 'Width', unit: 'cm', span: { from: 0.2, to: 2.2 }, step: 0.01, middle: 1 },
    { label: 'Count', unit: '', span: { from: 10, to: 30 }, step: 1, middle: 20 }
  ])
})

it('has an answer where there are no samples', () => {
  expect(columnsOf(['x'], [])).toEqual([
    { label: 'x', unit: '', span: { from: 0, to: 1 }, step: 1, middle: 0 }
  ])
})

it.each([
  [-0.5, undefined, '−0.5'],
  [0.1 + 0.2, undefined, '0.3'],
  [-0.513, 2, '−0.51'],
  [-0.001, 2, '0.00']
])('%d with %s places reads %s', (value, digits, text) => {
  expect(readableNumber(value, digits)).toBe(text)
})
