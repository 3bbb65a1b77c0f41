import { expect, it } from 'vitest'
import { settingsOf } from './plot-settings'

it.each([
  ['{"log":true,"smoothing":0.5}', true, 0.5],
  [null, false, 0],
  ['', false, 0],
  ['{', false, 0],
  ['null', false, 0],
  ['[1]', false, 0],
  ['{"log":1,"smoothing":"0.5"}', false, 0],
  ['{"log":true,"smoothing":7}', true, 0],
  ['{"smoothing":-1}', false, 0]
])('%j is log %s and smoothing %d', (stored, log, smoothing) => {
  expect(settingsOf(stored)).toEqual({ log, smoothing })
})
