import { expect, it } from 'vitest'
import { createLeftWork } from './left-work'

function createJournals(works: readonly string[]) {
  let next = 0
  return {
    leave: () => Promise.resolve(works[next++] ?? null),
    abandoned: () =>
      Promise.resolve(works.map((id, i) => ({ id, name: id, time: 1000 + i, edits: 1, fileName: null })))
  }
}
const window = { id: 'window-1' }

it('tells when the work was kept, and hands over that very work', async () => {
  const left = createLeftWork(createJournals(['work-1', 'work-2']))
  expect(await left.keptAt(window)).toBe(1000)
  // Its crash page has crashed too.
  expect(await left.keptAt(window)).toBe(1000)
  expect(await left.take(window)).toBe('work-1')
  expect(await left.keptAt(window)).toBe(1001)
})

it('leaves the journal of a window that restarts without having crashed', async () => {
  const left = createLeftWork(createJournals(['work-1']))
  expect(await left.take(window)).toBe('work-1')
  expect(await left.take(window)).toBeNull()
})

it('says that there is nothing where nothing is', async () => {
  const left = createLeftWork(createJournals([]))
  expect(await left.keptAt(window)).toBeNull()
  expect(await left.take(window)).toBeNull()
})
