import { expect, it } from 'vitest'
import { fitText, textWidth } from './text-width'

// Measured by Chromium in Inter, 600, 13 px.
it.each([
  ['Dense 1', 48.6],
  ['MultiHeadAttention', 122.2],
  ['Recognise digits', 103.8],
  ['WWWWWWWW', 108.1],
  ['iiiiiiii', 27.2],
  ['Straße & 100 %', 95.7]
])('%s is about %d px wide', (text, measured) => {
  expect(Math.abs(textWidth(text, 13) / measured - 1)).toBeLessThan(0.03)
})

it.each([
  ['Dense', 100, 'Dense'],
  ['A name that nobody can read on a card', 100, 'A name that n…'],
  ['层层层层层层层层层层层层', 60, '层层层…'],
  ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 100, '👩‍👩‍👧‍👦…'],
  ['', 0, ''],
  ['anything', 0, '…']
])('%s in %d px is %s', (text, room, shown) => {
  expect(fitText(text, 13, room)).toBe(shown)
})
