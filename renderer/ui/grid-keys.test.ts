import { expect, it } from 'vitest'
import { neighbour, type Place } from './grid-keys'

const cell = (column: number, row: number, span = 1): Place => ({
  left: column * 110,
  top: row * 110,
  width: span * 110 - 10,
  height: 100
})

// A wide one and one, three, one.
const grid = [cell(0, 0, 2), cell(2, 0), cell(0, 1), cell(1, 1), cell(2, 1), cell(0, 2)]

it.each([
  [0, 'ArrowRight', 1],
  [1, 'ArrowRight', 2],
  [2, 'ArrowLeft', 1],
  [0, 'ArrowLeft', null],
  [5, 'ArrowRight', null],
  [1, 'ArrowDown', 4],
  [4, 'ArrowUp', 1],
  [3, 'ArrowUp', 0],
  [2, 'ArrowDown', 5],
  [4, 'ArrowDown', 5],
  [5, 'ArrowDown', null],
  [0, 'ArrowUp', null],
  [3, 'Home', 0],
  [3, 'End', 5],
  [3, 'a', null]
])('from %d, %s leads to %s', (from, key, to) => {
  expect(neighbour(grid, from, key)).toBe(to)
})

const seven = Array.from({ length: 7 }, (_, i) => cell(i % 3, Math.floor(i / 3)))

it.each([
  ['ArrowRight', 1, 2],
  ['ArrowLeft', 1, 0],
  ['ArrowDown', 1, 4],
  ['ArrowUp', 4, 1],
  ['ArrowRight', 6, null],
  ['ArrowLeft', 0, null],
  ['ArrowUp', 1, null],
  ['ArrowDown', 5, null],
  ['Home', 5, 0],
  ['End', 0, 6],
  ['Enter', 3, null]
])('column by column %s leads from %d to %s, of seven in rows of three', (key, at, to) => {
  expect(neighbour(seven, at, key, 'column')).toBe(to)
})

it('rows that overlap by a hair are rows all the same', () => {
  const rows = [cell(0, 0), { ...cell(0, 0), top: 99.9 }, { ...cell(0, 0), top: 199.8 }]
  expect([neighbour(rows, 0, 'ArrowDown'), neighbour(rows, 2, 'ArrowUp')]).toEqual([1, 1])
})
