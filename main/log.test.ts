import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { LOG_FILE, OLD_LOG_FILE, openLog } from './log'

let folder: string

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'blockprop-log-')), 'logs')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const stamped = /^\[\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\] /

it.each([
  ['error', ['no disk', undefined], '[error] no disk'],
  ['warn', ['100 % of %d, %c, %s and $& {y}', undefined], '[warn] 100 % of %d, %c, %s and $& {y}'],
  ['info', ['not saved', 'EACCES'], '[info] not saved: EACCES'],
  ['debug', ['not saved', { secret: 1 }], '[debug] not saved: [object Object]']
] as const)('%s writes a line with its time', async (level, [message, reason], line) => {
  const log = openLog({ folder })
  log[level](message, reason)
  const [written = ''] = await log.latest(10)
  expect(written).toMatch(stamped)
  expect(written.replace(stamped, '')).toBe(line)
  if (process.platform !== 'win32') expect(statSync(join(folder, LOG_FILE)).mode & 0o077).toBe(0)
})

it('tells an error with where it came from, and what it came of', () => {
  openLog({ folder }).error('not opened', new Error('bad file', { cause: new TypeError('not text') }))
  const text = readFileSync(join(folder, LOG_FILE), 'utf8')
  expect(text).toMatch(/not opened: Error: bad file\n +at .*log\.test\.ts/)
  expect(text).toMatch(/\nbecause of TypeError: not text\n +at /)
})

it('is bounded: two files, whatever is written', async () => {
  const log = openLog({ folder, fileBytes: 10_000 })
  for (let i = 0; i < 300; i++) log.info(`line ${i} ${'x'.repeat(i === 250 ? 100_000 : 400)}`)
  expect(readdirSync(folder).sort()).toEqual([LOG_FILE, OLD_LOG_FILE].sort())
  for (const name of [LOG_FILE, OLD_LOG_FILE]) expect(statSync(join(folder, name)).size).toBeLessThan(31_000)

  const latest = await log.latest(25)
  expect(latest.map(line => /line (\d+)/.exec(line)?.[1])).toEqual(
    Array.from({ length: 25 }, (_, i) => String(275 + i))
  )
})

it('goes on where the log of the last start ended', async () => {
  openLog({ folder }).info('first start')
  const log = openLog({ folder })
  log.info('second start')
  expect((await log.latest(5)).map(line => line.replace(stamped, ''))).toEqual([
    '[info] first start',
    '[info] second start'
  ])
})

it('does without a folder that can’t be made', async () => {
  const taken = join(folder, '..', 'taken')
  writeFileSync(taken, 'a file, not a folder')
  const log = openLog({ folder: join(taken, 'logs') })
  log.error('unheard')
  expect(await log.latest(5)).toEqual([])
})
