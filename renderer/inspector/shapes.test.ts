import { expect, it } from 'vitest'
import { readShape, writeShape } from './shapes'

it.each([
  ['28 × 28 × 1', [28, 28, 1]],
  ['28x28x1', [28, 28, 1]],
  ['28, 28', [28, 28]],
  ['28 28', [28, 28]],
  ['784', [784]],
  ['open × 16', [null, 16]],
  ['None, 16', [null, 16]],
  ['', []],
  ['28 × ', [28]],
  ['28 × -1', null],
  ['28 × 2.5', null],
  ['wide', null]
])('%j is read as %j', (text, shape) => {
  expect(readShape(text)).toEqual(shape)
})

it.each([[[28, 28, 1]], [[null, 16]], [[]]])('%j is written so that it is read again', shape => {
  expect(readShape(writeShape(shape))).toEqual(shape)
})
