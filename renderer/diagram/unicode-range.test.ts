import { expect, it } from 'vitest'
import { rangeHas } from './unicode-range'

it.each([
  ['U+0000-00FF, U+0131', 'Dense', true],
  ['U+0131', 'ı', true],
  ['U+0370-0377,U+037A-037F', 'Dense', false],
  ['U+0370-03FF', 'a λ', true],
  ['U+4??', 'Ж', true],
  ['U+4??', 'z', false],
  ['', '层', true],
  ['U+0-FF', '', false]
])('%s has a character of “%s”: %s', (range, text, has) => {
  expect(rangeHas(range, text)).toBe(has)
})
