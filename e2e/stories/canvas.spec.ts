import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures/app'
import { Window } from '../fixtures/window'

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('it has no place on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const port = (window: Window, block: string, side: 'source' | 'target') =>
  window.block(block).locator(`.react-flow__handle.${side}`)

/** Takes hold of a port and moves to a place; the button stays down. */
async function pull(page: Page, from: Locator, to: { x: number; y: number }): Promise<void> {
  const start = await middleOf(from)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 6 })
}

test('an edge that can’t be is refused with the reason; one that does not fit yet says so and can be mended', async ({
  app
}) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  await pull(app, port(window, 'Dense 1', 'source'), await middleOf(port(window, 'Flatten', 'target')))
  const circle = window.canvas.getByText('This would make a circle: “Flatten” already leads to “Dense 1”.')
  await expect(circle.first()).toBeVisible()
  await app.mouse.up()
  await expect(window.canvas.getByRole('status').filter({ hasText: 'This would make a circle' })).toHaveCount(
    1
  )
  await expect(window.edges()).toHaveCount(5)
  await expect(window.toolbar.getByRole('button', { name: /^Undo/ })).toBeDisabled()

  await pull(app, port(window, 'Image', 'source'), await middleOf(port(window, 'Digit', 'target')))
  await expect(window.canvas.getByText('“Digit” expects 10 scores, but gets 28 × 28 × 1.')).toBeVisible()
  await app.mouse.up()
  await expect(
    window.canvas.getByRole('img', { name: /^Edge from Image to Digit, .*10 expected, gets 28 × 28 × 1$/ })
  ).toHaveCount(1)
  await expect(window.block('Digit')).toContainText('10 expected')
  await expect(window.canvas.getByRole('button', { name: /^Insert Flatten/ })).toBeVisible()
})

test('an edge that is dropped on the empty canvas asks what fits there, and adds it as one step', async ({
  app
}) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  const { x, y } = await middleOf(window.block('Dense 2'))
  await pull(app, port(window, 'Dense 1', 'source'), { x, y: y + 130 })
  await app.mouse.up()
  const list = app.getByRole('dialog', { name: 'Add a block here' })
  const options = list.getByRole('option')
  await expect(options.first()).toContainText('Dense')
  await expect(options.filter({ hasText: 'Conv2D needs an image' })).toBeVisible()
  await expect(options.filter({ hasText: /^Input/ })).toHaveCount(0)
  await app.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await expect(window.blocks()).toHaveCount(6)

  await pull(app, port(window, 'Dense 1', 'source'), { x, y: y + 130 })
  await app.mouse.up()
  await expect(app.getByRole('combobox', { name: 'Find a block' })).toBeFocused()
  await app.keyboard.type('drop')
  await app.keyboard.press('Enter')
  await expect(window.block('Dropout')).toBeVisible()
  await expect(window.edges()).toHaveCount(6)
  await app.keyboard.press('Control+z')
  await expect(window.blocks()).toHaveCount(6)
  await expect(window.edges()).toHaveCount(5)
})

test('a block that is dropped on an edge is put into it, from the palette and from the canvas', async ({
  app
}) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  const canvas = await window.canvas.boundingBox()
  if (!canvas) throw new Error('there is no canvas')
  const between = async (from: string, to: string) => {
    const [a, b] = [await middleOf(port(window, from, 'source')), await middleOf(port(window, to, 'target'))]
    return { x: (a.x + b.x) / 2, y: a.y }
  }
  const first = await between('Dense 1', 'Dense 2')
  await window.drag('Dropout', first.x - canvas.x, first.y - canvas.y)
  await expect(window.edges()).toHaveCount(6)
  await expect(
    window.canvas.getByRole('group', { name: /^Dropout, 512 in from Dense 1, 512 out to Dense 2/ })
  ).toBeVisible()
  await app.keyboard.press('Control+z')
  await expect(window.edges()).toHaveCount(5)
  await expect(window.blocks()).toHaveCount(6)

  await window.drag('Dropout', first.x - canvas.x, first.y - canvas.y + 150)
  await expect(window.edges()).toHaveCount(5)
  const dropout = window.block('Dropout')
  const start = await middleOf(dropout)
  const wire = await between('Flatten', 'Dense 1')
  await app.mouse.move(start.x, start.y)
  await app.mouse.down()
  await app.mouse.move(wire.x, wire.y, { steps: 10 })
  const lit = window.canvas
    .getByRole('img', { name: /^Edge from Flatten to Dense 1/ })
    .locator('path')
    .first()
  await expect(lit).toHaveCSS('stroke-width', '5px')
  await app.mouse.up()
  await expect(window.edges()).toHaveCount(6)
  await expect(window.toolbar.getByRole('button', { name: 'Undo insert “Dropout”' })).toBeEnabled()
  await app.keyboard.press('Control+z')
  await expect(window.edges()).toHaveCount(5)
  expect((await middleOf(dropout)).y).toBeCloseTo(start.y, 0)
})

test('a double click adds a block there; an edge, a block and the canvas have menus', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  const { x, y } = await middleOf(window.block('Dense 2'))
  await app.mouse.dblclick(x, y + 140)
  await app.getByRole('dialog', { name: 'Add a block here' }).getByRole('option', { name: /^LSTM/ }).click()
  await expect(window.block('LSTM')).toBeVisible()
  expect((await middleOf(window.block('LSTM'))).y).toBeCloseTo(y + 140, -1)

  await app.mouse.click(...(await wireBetween(window, 'Dense 1', 'Dense 2')), { button: 'right' })
  await app.getByRole('menuitem', { name: 'Insert a block here' }).click()
  await expect(app.getByRole('combobox', { name: 'Find a block' })).toBeFocused()
  await app.keyboard.type('layer')
  await app.keyboard.press('Enter')
  await expect(window.block('LayerNormalization')).toBeVisible()
  await expect(window.edges()).toHaveCount(6)

  await window.block('LSTM').click({ button: 'right' })
  await app.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(window.block('LSTM')).toHaveCount(0)
  await app.mouse.click(x, y + 140, { button: 'right' })
  await app.getByRole('menuitem', { name: 'Tidy up' }).click()
  await expect(window.toolbar.getByRole('button', { name: /^Undo tidy up/ })).toBeEnabled()
})

async function wireBetween(window: Window, from: string, to: string): Promise<[number, number]> {
  const [a, b] = [await middleOf(port(window, from, 'source')), await middleOf(port(window, to, 'target'))]
  return [(a.x + b.x) / 2, a.y]
}

test('cards show what their blocks compute while training, until the network changes or they are told not to', async ({
  app
}) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  const pictures = window.canvas.locator('.react-flow__node canvas')
  const before = await middleOf(port(window, 'Dense 2', 'source'))
  await window.train()
  await expect(pictures).toHaveCount(5, { timeout: 30_000 })
  const after = await middleOf(port(window, 'Dense 2', 'source'))
  expect(after).toEqual(before)

  const toggle = window.canvas.getByRole('button', { name: 'Show what blocks compute' })
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  await toggle.click()
  await expect(pictures).toHaveCount(0)
  await toggle.click()
  await expect(pictures).toHaveCount(5, { timeout: 15_000 })
  await window.block('Dense 1').click()
  await window.fill('Units', '64')
  await expect(pictures).toHaveCount(0)
})
