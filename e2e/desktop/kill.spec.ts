import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readDocument } from '../../shared/document/read'
import { randomFrom, type Random } from '../../shared/fuzz/random'
import { expect, test, type Desktop } from '../fixtures/desktop'
import { Window } from '../fixtures/window'

const kills = Number(process.env['BLOCKPROP_KILLS'] ?? 25)
const seed = Number(process.env['BLOCKPROP_SEED'] ?? Date.now() % 1_000_000)

/** Milliseconds that the app lives after it could be worked with: through edits, journals and saves in all their parts. */
const life = { least: 20, most: 1_200 }

/**
 * What is known of the number that is edited and only ever grows. An edit is acknowledged when the status bar counts
 * it as kept; a save when it says that the file is saved.
 */
class Knowledge {
  edited = 1_000
  acknowledged = 1_000
  saved = 1_000
  /** May be in the file: the last that is known to be, and those whose saving was begun since. */
  saving: readonly number[] = [1_000]
}

test(`killed at ${kills} random moments, the file is whole and no acknowledged edit is lost`, async ({
  desktop
}, info) => {
  test.setTimeout(120_000 + kills * 40_000)
  const random = randomFrom(seed)
  const file = info.outputPath('killed.blockprop')
  const known = new Knowledge()
  await begin(desktop, file)
  const count = { edits: 0, saves: 0, recovered: 0, reopened: 0, 'killed while a save went on': 0 }

  for (let kill = 1; kill <= kills; kill++) {
    const { edited, saved } = known
    const moment = life.least + random.unit() * (life.most - life.least)
    const dead = new Promise<void>(done => setTimeout(() => void desktop.kill().then(done), moment))
    // The work ends in an error when the app is gone.
    await work(desktop.page, known, random).catch(() => {})
    await dead
    count.edits += known.edited - edited
    count.saves += known.saved === saved ? 0 : 1
    count['killed while a save went on'] += known.saving.length > 1 ? 1 : 0

    const where = `kill ${kill} of ${kills}, seed ${seed}, after ${Math.round(moment)} ms`
    const inFile = unitsIn(await readFile(file))
    expect(known.saving, `${where}: the file holds ${inFile}`).toContain(inFile)

    const page = await desktop.relaunch()
    const isRecovered = await recover(desktop, page)
    if (!isRecovered) await reopen(page)
    count[isRecovered ? 'recovered' : 'reopened']++
    const back = await unitsOf(page)
    expect(back, `${where}: ${known.acknowledged} was acknowledged`).toBeGreaterThanOrEqual(
      known.acknowledged
    )
    expect(back, `${where}: ${known.edited} was the last edit`).toBeLessThanOrEqual(known.edited)
    known.edited = known.acknowledged = back
    known.saved = inFile
    known.saving = [inFile]
  }
  const words = Object.entries(count).map(([what, many]) => `${many} ${what}`)
  // The counts are what this test is read for.
  process.stdout.write(`kills: ${kills} (seed ${seed}), ${words.join(', ')}; lost: 0, damaged files: 0\n`)
})

/** A saved document with a number to edit. */
async function begin(desktop: Desktop, file: string): Promise<void> {
  const window = new Window(desktop.page)
  await window.openExample('Iris flowers')
  await window.block('Dense 1').click()
  await window.fill('Units', '1000')
  await desktop.answerDialog('showSaveDialog', { canceled: false, filePath: file })
  await desktop.page.keyboard.press('Control+s')
  await expect(window.status).toContainText('Saved: killed.blockprop')
  // The list of recent files, by which it is opened again, is written a moment after the file.
  await expect.poll(() => existsSync(join(desktop.profile, 'recent-files.json'))).toBe(true)
}

/** Edits and saves until the app is killed. */
async function work(page: Page, known: Knowledge, random: Random): Promise<void> {
  const window = new Window(page)
  await window.block('Dense 1').click()
  for (;;) {
    known.edited++
    await window.fill('Units', String(known.edited))
    if (random.unit() < 0.6) {
      await expect.poll(() => isKept(page), { intervals: [5] }).toBe(true)
      known.acknowledged = known.edited
    }
    if (random.unit() < 0.3) {
      known.saving = [...known.saving, known.edited]
      await page.keyboard.press('Control+s')
      // Recovered work asks once before it goes over the file, which another program may have written meanwhile.
      const overwrite = page.getByRole('button', { name: 'Overwrite it' })
      await expect(overwrite.or(window.status.getByText('Saved: killed.blockprop'))).toBeVisible()
      if (await overwrite.isVisible()) await overwrite.click()
      await expect(window.status).toContainText('Saved: killed.blockprop')
      known.acknowledged = known.saved = known.edited
      known.saving = [known.edited]
    }
  }
}

function isKept(page: Page): Promise<boolean> {
  return page.locator('[data-made]').evaluate(({ dataset }) => dataset['made'] === dataset['kept'])
}

/** Takes up the work that is offered; false where there is none. */
async function recover(desktop: Desktop, page: Page): Promise<boolean> {
  await expect(page.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
  const button = page.getByRole('button', { name: /^Recover/ })
  const journals = await readdir(join(desktop.profile, 'journals')).catch(() => [])
  if (journals.length === 0) return false
  // One that holds nothing but what is saved is not offered.
  const isOffered = await button
    .first()
    .waitFor({ timeout: 2_000 })
    .then(
      () => true,
      () => false
    )
  if (isOffered) await button.first().click()
  return isOffered
}

async function reopen(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^killed/ }).click()
}

async function unitsOf(page: Page): Promise<number> {
  const card = new Window(page).block('Dense 1')
  await expect(card).toContainText('units')
  return Number(/([\d,]+) units/.exec(await card.innerText())?.[1]?.replaceAll(',', ''))
}

/** What the file holds; it must be a whole document. */
function unitsIn(bytes: Uint8Array): number {
  const read = readDocument(bytes)
  if (!read.ok) throw new Error(`the file is damaged: ${read.error.message}`)
  const { networks, root } = read.value.document
  const dense = Object.values(networks[root]?.blocks ?? {}).find(({ name }) => name === 'Dense 1')
  return Number(dense?.params['units'])
}
