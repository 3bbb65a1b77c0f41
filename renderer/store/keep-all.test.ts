import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useJournal } from './journal'
import { keepAll } from './keep-all'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('is done at once where nothing is left to keep', async () => {
  useJournal.setState({ made: 3, kept: 3, trouble: null })
  expect(await keepAll()).toBe(true)
})

it('waits for what is on its way', async () => {
  useJournal.setState({ made: 3, kept: 1, trouble: null })
  const kept = keepAll()
  useJournal.setState({ kept: 2 })
  useJournal.setState({ kept: 3 })
  expect(await kept).toBe(true)
})

it('says so where it can’t be kept, or takes too long', async () => {
  useJournal.setState({ made: 3, kept: 1, trouble: null })
  const refused = keepAll()
  useJournal.setState({ trouble: 'the disk is full' })
  expect(await refused).toBe(false)

  useJournal.setState({ trouble: null })
  const hanging = keepAll()
  vi.advanceTimersByTime(60_000)
  expect(await hanging).toBe(false)
})
