import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { replay } from '../../shared/journal/replay'
import { createJournals } from './journals'
import { buildChild } from './testing/build-child'

const kills = process.env['BLOCKPROP_FULL'] === '1' ? 250 : 25

let place = ''
let program = ''
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'blockprop-kills-'))
  program = await buildChild('edit-loop', join(place, 'child'))
}, 60_000)
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** The last edit that the child said is kept, when it was killed so long after its first. */
async function editUntilKilled(folder: string, seed: number, after: number): Promise<number> {
  const child = spawn(process.execPath, [program, folder, String(seed)])
  let said = ''
  let complaint = ''
  child.stderr.on('data', (data: Buffer) => (complaint += data.toString()))
  child.stdout.on('data', (data: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), after)
    said += data.toString()
  })
  const signal = await new Promise(done => child.once('close', (_code, by) => done(by)))
  expect(signal, complaint).toBe('SIGKILL')
  return Number(said.trimEnd().split('\n').at(-1))
}

test(`after each of ${kills} kills at random moments, every edit that was acknowledged is there`, async () => {
  let acknowledged = 0
  let more = 0
  let cut = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const folder = join(place, `kill-${kill}`)
    const last = await editUntilKilled(folder, kill + 1, Math.random() * 150)
    const journals = createJournals({ folder })
    const [work, ...others] = await journals.abandoned()
    expect(others).toEqual([])
    // Before the first edit there is nothing to recover.
    if (work === undefined) expect(last).toBe(0)
    const found = await journals.take(work?.id ?? '')
    if (!found.ok) continue
    const back = replay(found.value)
    if (!back.ok) throw new Error(back.error)
    const { document } = back.value
    const edit = Number(document.name.slice('edit '.length))
    expect(edit).toBeGreaterThanOrEqual(last)
    expect(Object.keys(document.networks[document.root]?.blocks ?? {})).toHaveLength(edit)
    acknowledged += last
    more += edit - last
    if (back.value.cut) cut += 1
    rmSync(folder, { recursive: true })
  }
  process.stdout.write(
    `${kills} kills: ${acknowledged} edits acknowledged, none lost; ${more} more were there, ${cut} lines were cut\n`
  )
  expect(acknowledged).toBeGreaterThan(kills)
}, 600_000)
