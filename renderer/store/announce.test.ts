import { beforeEach, expect, it } from 'vitest'
import { announce, useAnnouncements } from './announce'

beforeEach(() => useAnnouncements.setState({ latest: [] }))

const said = () => useAnnouncements.getState().latest

it('keeps the last three, oldest first', () => {
  for (const text of ['one', 'two', 'three', 'four']) announce(text)
  expect(said().map(({ text }) => text)).toEqual(['two', 'three', 'four'])
})

it('says the same words again', () => {
  announce('Copied')
  announce('Copied')
  expect(new Set(said().map(({ nth }) => nth)).size).toBe(2)
})

it('has nothing to say where there are no words', () => {
  announce('')
  expect(said()).toEqual([])
})
