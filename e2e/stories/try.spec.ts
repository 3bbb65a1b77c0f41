import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures/app'
import { Window, withoutPickers } from '../fixtures/window'

test.beforeEach(({ page }) => withoutPickers(page))

test('held-out flowers: right and wrong, what was taken for what, and one at a closer look', async ({
  app
}) => {
  const window = new Window(app)
  await window.openExample('Iris flowers')
  await window.show('Try')
  await expect(app.getByRole('heading', { name: 'What has it learned?' })).toBeVisible()
  // So few that it still makes mistakes.
  await window.show('Train')
  await window.fill('Epochs', '2')
  await window.train()
  const score = await window.testScore(40_000)
  const strip = app.getByRole('region', { name: 'Held-out samples' })
  await expect(strip).toContainText(`${Math.round(score * 30)} / 30`)

  await strip.getByRole('button', { name: 'taken for' }).first().click()
  await expect(app.getByRole('tab', { name: 'Try', exact: true })).toHaveAttribute('aria-selected', 'true')
  await expect(countOf(app)).toHaveText('30 samples')
  await app.getByRole('button', { name: 'Wrong', exact: true }).click()
  const wrong = 30 - Math.round(score * 30)
  await expect(tiles(app)).toHaveCount(wrong)
  const mistake = tiles(app).first()
  await mistake.click()
  const [truth, guess] = partsOf(await mistake.getAttribute('aria-label'))
  const closer = app.getByRole('region', { name: 'A closer look' })
  await expect(closer).toContainText(`${truth}, taken for ${guess}`)
  await expect(closer.locator('[data-best=true]')).toContainText(guess)
  await expect(closer.getByRole('status')).toHaveText([/%$/, /%$/, /%$/])

  await app.getByRole('button', { name: 'Confusion matrix' }).click()
  const cell = app.getByRole('grid', { name: 'Confusion matrix' }).getByRole('button', {
    name: `× ${truth}, taken for ${guess}`
  })
  const count = Number(await cell.textContent())
  await cell.click()
  await expect(tiles(app)).toHaveCount(count)
  await expect(tiles(app).first()).toHaveAccessibleName(`${truth}, taken for ${guess}`)
  await app
    .getByRole('button', { name: `${truth}, taken for ${guess}` })
    .first()
    .click()
  await expect(countOf(app)).toHaveText('30 samples')
})

test('numbers are asked about by a form, which a held-out sample fills in', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Iris flowers')
  await window.train()
  await window.testScore(40_000)
  await window.show('Try')
  const best = app.getByRole('region', { name: 'Probabilities' }).locator('[data-best=true]')
  await expect(best).toContainText('%')
  await window.fill('Petal length (cm)', '1.3')
  await window.fill('Petal width (cm)', '0.2')
  await expect(best).toContainText('setosa')
  await window.fill('Petal length (cm)', '6')
  await window.fill('Petal width (cm)', '2.3')
  await expect(best).toContainText('virginica')
  await window.fill('Petal length (cm)', '60')
  await expect(app.getByText('Beyond all that it has seen')).toBeVisible()
  await app.getByRole('button', { name: 'Take a held-out sample' }).click()
  await expect(app.getByText(/^Sample \d+, in truth: \w+$/)).toBeVisible()
  await expect(app.getByRole('textbox', { name: 'Petal length (cm)' })).not.toHaveValue('60')
})

test('all of it by keyboard alone', async ({ app }) => {
  const window = new Window(app)
  await tabTo(app, app.getByRole('button', { name: 'Iris flowers' }))
  await app.keyboard.press('Enter')
  await expect(window.blocks().first()).toBeVisible()
  await app.keyboard.press('Control+Enter')
  await window.testScore(40_000)
  await app.keyboard.press('Alt+4')
  const petal = app.getByRole('textbox', { name: 'Petal length (cm)' })
  await tabTo(app, petal)
  await app.keyboard.press('Control+a')
  await app.keyboard.type('1.2')
  await app.keyboard.press('ArrowUp')
  await expect(petal).not.toHaveValue('1.2')
  await expect(app.getByRole('region', { name: 'Probabilities' }).getByRole('status')).toHaveText([
    /%$/,
    /%$/,
    /%$/
  ])

  await tabTo(app, app.getByRole('button', { name: 'Ask', exact: true }), 'Shift+Tab')
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('Enter')
  await expect(countOf(app)).toHaveText('30 samples')
  await tabTo(app, tiles(app).first())
  const closer = app.getByRole('region', { name: 'A closer look' })
  const before = await closer.textContent()
  await app.keyboard.press('ArrowRight')
  await expect(tiles(app).nth(1)).toBeFocused()
  await expect(closer).not.toHaveText(before ?? '')

  await tabTo(app, app.getByRole('button', { name: 'Held-out samples', exact: true }), 'Shift+Tab')
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('Enter')
  const grid = app.getByRole('grid', { name: 'Confusion matrix' })
  await tabTo(app, grid.getByRole('button').first())
  await app.keyboard.press('ArrowRight')
  await app.keyboard.press('ArrowDown')
  const cell = grid.getByRole('button').nth(4)
  await expect(cell).toBeFocused()
  const count = Number(await cell.textContent())
  await app.keyboard.press('Enter')
  await expect(tiles(app)).toHaveCount(count)
})

test('the border between two spirals, as it bends and under a crosshair', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Two spirals')
  await window.fill('Epochs', '40')
  await window.train()
  await window.show('Try')
  await app.getByRole('button', { name: 'Decision boundary' }).click()
  const plane = app.getByRole('application', { name: /^Plane of x and y/ })
  await expect.poll(() => coloursOf(plane), { timeout: 20_000 }).toBeGreaterThan(50)
  const early = await picture(plane)
  await expect(window.status).toContainText('Trained', { timeout: 40_000 })
  await expect.poll(() => picture(plane)).not.toBe(early)

  await plane.hover({ position: { x: 40, y: 20 } })
  const bars = app.getByRole('region', { name: 'Probabilities' })
  await expect(bars.getByRole('status')).toHaveText([/%$/, /%$/])
  await app.mouse.move(5, 5)
  await expect(bars.getByRole('status')).toHaveText(['', ''])

  await plane.focus()
  await app.keyboard.press('ArrowUp')
  await expect(bars.getByRole('status')).toHaveText([/%$/, /%$/])
  await expect(app.getByText(/^x −?[\d.]+, y −?[\d.]+: (first|second) arm, [\d.]+ %$/)).toBeAttached()
})

test('a trained network that was saved says the same once it is opened again', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Iris flowers')
  await window.fill('Epochs', '2')
  await window.train()
  const right = Math.round((await window.testScore(40_000)) * 30)
  const download = app.waitForEvent('download')
  await app.keyboard.press('Control+s')
  const bytes = await readFile(await (await download).path())

  await app.reload()
  await window.openFile('trained.blockprop', bytes)
  await window.show('Try')
  await app.getByRole('button', { name: 'Held-out samples' }).click()
  await app.getByRole('button', { name: 'Right', exact: true }).click()
  await expect(tiles(app)).toHaveCount(right)
  await window.show('Train')
  await expect(app.getByRole('region', { name: 'Held-out samples' })).toContainText(`${right} / 30`)
})

function tiles(page: Page): Locator {
  return page.getByRole('group', { name: 'Held-out samples' }).getByRole('button')
}

function countOf(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: /\d+ samples|\d+ of \d+/ })
}

/** `virginica, taken for versicolor` */
function partsOf(label: string | null): readonly [truth: string, guess: string] {
  const [truth = '', guess = ''] = (label ?? '').split(', taken for ')
  return [truth, guess]
}

async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error('no number of tabs leads there')
}

/** How many colours the plane is painted in. */
function coloursOf(plane: Locator): Promise<number> {
  return plane.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    return new Set(new Uint32Array(Uint8ClampedArray.from(data).buffer)).size
  })
}

function picture(plane: Locator): Promise<string> {
  return plane.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
}
