import { expect, it } from 'vitest'
import {
  bytesText,
  countText,
  durationText,
  flopsText,
  listText,
  lossText,
  percentText,
  whenText
} from './format'

it.each([
  [countText, 535818, '535,818'],
  [countText, 999, '999'],
  [countText, -1000, '-1,000'],
  [countText, 1234567.5, '1,234,568'],
  [flopsText, 1_070_592, '1.07 MFLOP'],
  [flopsText, 1e18, '1,000,000 TFLOP'],
  [durationText, 0.4, '0 s'],
  [durationText, 59.6, '1 min 0 s'],
  [durationText, 3780, '1 h 3 min'],
  [percentText, 0.9764, '97.6 %'],
  [lossText, 0.0812, '0.081'],
  [lossText, 0.0000812, '8.1e-5'],
  [lossText, 0, '0.000'],
  [lossText, Number.NaN, 'NaN'],
  [lossText, 1.23e9, '1.2e+9']
])('%o of %d is %s', (format, value, text) => {
  expect(format(value)).toBe(text)
})

it.each([
  [0, '0 B', '0 B'],
  [999, '999 B', '999 B'],
  [1000, '1 kB', '1,000 B'],
  [1024, '1.02 kB', '1 KiB'],
  [2_143_272, '2.14 MB', '2.04 MiB'],
  [1024 ** 3, '1.07 GB', '1 GiB'],
  [5e15, '5,000 TB', '4,547 TiB']
])('%d bytes are %s, or %s', (bytes, decimal, binary) => {
  expect([bytesText(bytes, 'decimal'), bytesText(bytes, 'binary')]).toEqual([decimal, binary])
})

it.each([
  ['14:32', new Date(2026, 10, 24, 14, 32)],
  ['00:05', new Date(2026, 10, 24, 0, 5)],
  ['3 Nov, 09:01', new Date(2026, 10, 3, 9, 1)],
  ['31 Dec 2025', new Date(2025, 11, 31, 23, 59)]
])('%s is when', (words, time) => {
  expect(whenText(time.getTime(), new Date(2026, 10, 24, 18, 0).getTime())).toBe(words)
})

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b, and c']
])('%o in words are "%s"', (names, words) => {
  expect(listText(names)).toBe(words)
})
