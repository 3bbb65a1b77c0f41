import { describe, expect, it } from 'vitest'
import { isSpelled, tokensOf } from './tokens'

const letters = ['', 'a', 'b', 'c']
const wordList = ['', 'the', 'cat', 'sat']

it.each([
  ['cab', letters, [3, 1, 2, 0, 0]],
  ['CAB', letters, [3, 1, 2, 0, 0]],
  ['a-b c!', letters, [1, 2, 3, 0, 0]],
  ['abcabcabc', letters, [1, 2, 3, 1, 2]],
  ['', letters, [0, 0, 0, 0, 0]],
  ['The cat  quickly sat', wordList, [1, 2, 3, 0, 0]]
])('%j by %j is %j', (text, vocabulary, tokens) => {
  expect([...tokensOf(text, vocabulary, 5)]).toEqual(tokens)
})

describe('isSpelled', () => {
  it.each([
    [letters, true],
    [wordList, false]
  ])('%j: %s', (vocabulary, spelled) => {
    expect(isSpelled(vocabulary)).toBe(spelled)
  })
})
