import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { catchErrors } from './catch-errors'

it('logs every error, and tells of the first that was thrown', () => {
  const source = new EventEmitter()
  const logged: unknown[] = []
  let told = 0
  catchErrors({ log: { error: (...entry) => logged.push(entry) }, tell: () => told++, source })
  const [rejected, first, second] = [new Error('rejected'), new Error('first'), new Error('second')]
  source.emit('unhandledRejection', rejected)
  expect(told).toBe(0)
  source.emit('uncaughtException', first)
  source.emit('uncaughtException', second)
  expect(told).toBe(1)
  expect(logged).toEqual([
    ['unhandled rejection', rejected],
    ['uncaught', first],
    ['uncaught', second]
  ])
})
