import { expect, it } from 'vitest'
import { tokensOf } from './tokens'

const vocabulary = ['', 'a', 'b', 'c']

it.each([
  ['cab', [3, 1, 2, 0, 0]],
  ['CAB', [3, 1, 2, 0, 0]],
  ['a-b c!', [1, 2, 3, 0, 0]],
  ['abcabcabc', [1, 2, 3, 1, 2]],
  ['', [0, 0, 0, 0, 0]]
])('%j is %j', (text, tokens) => {
  expect([...tokensOf(text, vocabulary, 5)]).toEqual(tokens)
})
