import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { hundredBlocks } from '../fixtures/documents'
import { expect, test } from '../fixtures/app'
import { Window, withoutPickers } from '../fixtures/window'

test.beforeEach(({ page }) => withoutPickers(page))

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'What do you want to do?' }).fill(words)
  await page.keyboard.press('Enter')
}

async function downloaded(page: Page, act: () => Promise<void>) {
  const download = page.waitForEvent('download')
  await act()
  const file = await download
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

/** Of a PNG, as its head says. */
const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) })

/** Red, green, blue and opacity of the pixel in the corner. */
function corner(page: Page, png: Buffer): Promise<readonly number[]> {
  return page.evaluate(async base64 => {
    const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(1, 1).getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])]
  }, png.toString('base64'))
}

test('by keyboard: the network as an SVG that stands alone, with all its blocks', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  await window.block('Dense 1').click()
  await window.fill('Name', 'a <script> & "b"')
  const { name, bytes } = await downloaded(app, () => command(app, 'Save picture as SVG'))
  expect(name).toBe('digits-mlp.svg')
  const read = await app.evaluate(text => {
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml')
    return {
      root: svg.documentElement.nodeName,
      scripts: svg.querySelectorAll('script, image, [href]').length,
      words: [...svg.querySelectorAll('text, title')].map(each => each.textContent)
    }
  }, bytes.toString('utf8'))
  expect(read.root).toBe('svg')
  expect(read.scripts).toBe(0)
  const names = ['Image', 'Flatten', 'a <script> & "b"', 'Dense 2', 'Dense 3', '28 × 28 × 1', '401,920']
  expect(read.words).toEqual(expect.arrayContaining(names))
})

test('by mouse: a PNG at the size that is asked for, on the theme or on nothing', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  const svg = (await downloaded(app, () => command(app, 'Save picture as SVG'))).bytes.toString('utf8')
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? []

  const dialog = app.getByRole('dialog', { name: 'Picture of the network' })
  const save = dialog.getByRole('button', { name: 'Save PNG' })
  await command(app, 'Picture of the network')
  await expect(dialog.getByRole('img')).toBeVisible()
  const light = await downloaded(app, () => save.click())
  expect(light.name).toBe('digits-mlp.png')
  expect(sizeOf(light.bytes)).toEqual({ width: Number(width) * 2, height: Number(height) * 2 })
  expect(await corner(app, light.bytes)).toEqual([249, 250, 251, 255])

  await command(app, 'Picture of the network')
  await dialog.getByRole('button', { name: 'Dark' }).click()
  await dialog.getByRole('button', { name: '3×' }).click()
  const dark = await downloaded(app, () => save.click())
  expect(sizeOf(dark.bytes)).toEqual({ width: Number(width) * 3, height: Number(height) * 3 })
  expect(await corner(app, dark.bytes)).toEqual([16, 19, 24, 255])

  await command(app, 'Picture of the network')
  await dialog.getByRole('switch', { name: 'No background' }).click()
  await downloaded(app, () => dialog.getByRole('button', { name: 'Save SVG' }).click())

  // What was chosen is remembered.
  await app.reload()
  await window.openExample('Recognise digits')
  const clear = await downloaded(app, () => command(app, 'Save picture as PNG'))
  expect(sizeOf(clear.bytes)).toEqual(sizeOf(dark.bytes))
  expect(await corner(app, clear.bytes)).toEqual([0, 0, 0, 0])
})

test('the picture is copied', async ({ app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await new Window(app).openExample('Iris flowers')
  await command(app, 'Copy picture')
  await expect(app.getByText('The picture is copied')).toBeVisible()
  const types = await app.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap(({ types }) => types)
  )
  expect(types).toContain('image/png')
})

test('a network too long for a sharp PNG is drawn smaller, and says so', async ({ app }) => {
  const window = new Window(app)
  const inOneRow = JSON.stringify({
    ...(JSON.parse(new TextDecoder().decode(hundredBlocks())) as object),
    view: { positions: {} }
  })
  await window.openFile('long.blockprop', inOneRow)
  await expect(window.blocks().first()).toBeVisible()
  const { bytes } = await downloaded(app, () => command(app, 'Save picture as PNG'))
  expect(sizeOf(bytes).width).toBeLessThanOrEqual(16_384)
  await expect(app.getByText('The picture is smaller than asked for')).toBeVisible()
})
