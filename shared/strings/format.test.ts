import { expect, it } from 'vitest'
import { bytesText, countText, durationText, flopsText, lossText, percentText } from './format'

it.each([
  [countText, 535818, '535,818'],
  [bytesText, 0, '0 B'],
  [bytesText, 999, '999 B'],
  [bytesText, 2_143_272, '2.14 MB'],
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
