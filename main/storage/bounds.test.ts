import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildChild } from './testing/build-child'

const run = promisify(execFile)

let place = ''
let program = ''
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'blockprop-bounds-'))
  program = await buildChild('bounds', join(place, 'child'))
}, 60_000)
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** Milliseconds after which reading is stopped. */
const longest = 30_000
/** Megabytes that reading may hold, Node and the file itself among them: a document's text is at most 256. */
const most = 1_500

interface Cost {
  readonly outcome: string
  readonly time: number
  readonly megabytes: number
}

async function costOf(name: string): Promise<Cost> {
  const file = join(place, 'hostile')
  await run(process.execPath, ['--max-old-space-size=4000', program, 'make', name, file])
  const options = { timeout: longest, killSignal: 'SIGKILL' } as const
  const { stdout } = await run(process.execPath, [program, 'read', name, file], options)
  return JSON.parse(stdout) as Cost
}

const isFull = process.env['BLOCKPROP_FULL'] === '1'

/** Those that take seconds to make are `npm run test:faults`. */
const large: readonly (readonly [string, RegExp])[] = [
  ['10 million blocks', /too large/],
  ['10 million blocks in a zip', /at most [\d,]+ are read/],
  ['4 million blocks', /more than anybody builds/],
  ['600,000 blocks in 20 groups', /at most 100000/],
  ['as much as may be', /opened/],
  ['20 million numbers', /more than anybody builds/],
  ['a name of 200 MB', /5,000 characters/],
  ['a text of escapes', /ends in the middle/]
]

const small: readonly (readonly [string, RegExp])[] = [
  ['a file of 2 GB', /2\.15 GB, and at most/],
  ['a zip bomb', /at most [\d,]+ are read/],
  ['a zip of 60,000 files', /more than 10000/],
  ['100,001 blocks', /at most 100000/],
  ['arrays in arrays', /at most 64 levels/],
  ['objects in objects', /at most 64 levels/],
  ['the key __proto__', /__proto__/],
  ['groups that double', /opened/],
  ['groups too deep', /32 deep at most/],
  ['a Dense of 10^15 weights', /opened/],
  ['a repeat of 10^9', /opened/],
  ['weights that claim 10^15 numbers', /needs 4000000000000000 bytes/],
  ['weights whose claim overflows', /impossibly many/]
]

test.each([...small, ...(isFull ? large : [])])(
  '%s: read or refused in bounded time and memory',
  async (name, expected) => {
    const { outcome, time, megabytes } = await costOf(name)
    process.stdout.write(`bounds: ${name}: ${time} ms, ${megabytes} MB: ${outcome.slice(0, 100)}\n`)
    expect(outcome).toMatch(expected)
    expect(megabytes).toBeLessThan(most)
  },
  120_000
)
