import { describe, expect, it } from 'vitest'
import { float, int } from '../../shared/blocks/params'
import { readNumber, stepped } from './numbers'

describe('readNumber', () => {
  it.each([
    ['64', 64],
    [' 0,5 ', 0.5],
    ['.5', 0.5],
    ['5.', 5],
    ['-3', -3],
    ['1e-3', 0.001],
    ['', null],
    ['-', null],
    ['1e', null],
    ['12px', null],
    ['0x10', null],
    ['1e999', null],
    ['Infinity', null]
  ])('%j is %j', (text, number) => {
    expect(readNumber(text)).toBe(number)
  })
})

describe('stepped', () => {
  const units = int({ label: 'Units', help: '', default: 64, min: 1, max: 100 })
  const rate = float({ label: 'Rate', help: '', default: 0.001, min: 0, max: 10 })
  const share = float({ label: 'Share', help: '', default: 0.5, min: 0, max: 0.9, step: 0.05 })
  it.each([
    [units, 64, 1, 65],
    [units, 1, -1, 1],
    [units, 100, 1, 100],
    [units, -5, 1, 1],
    [rate, 0.5, 1, 0.6],
    [rate, 0.001, 1, 0.0011],
    [rate, 0.001, -1, 0.0009],
    [rate, 0, -1, 0],
    [units, 64, 10, 74],
    [units, 5, -10, 1],
    [rate, 0.001, 10, 0.01],
    [rate, 0.003, -10, 0.0003],
    [rate, 5, 10, 10],
    [share, 0.5, 1, 0.55],
    [share, 0.3, -1, 0.25],
    [share, 0.5, 10, 0.9]
  ] as const)('%o from %d by %d is %d', (param, value, steps, next) => {
    expect(stepped(param, value, steps)).toBe(next)
  })
})
