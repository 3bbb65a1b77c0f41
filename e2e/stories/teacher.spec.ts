import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures/app'
import { Window } from '../fixtures/window'

/** What a projector shows well from the back row, in pixels of a screen of 1440 × 900. */
const legible = 10

test('the shape and the parameters of every block can be read', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Two spirals')
  await expectLegible(window)
})

test.describe('on a projector, at 200 % zoom', () => {
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 })

  test('a class sees what each step does', async ({ app }) => {
    const window = new Window(app)
    await window.openExample('Two spirals')
    await expectLegible(window)
    await expect(window.block('Dense 2')).toContainText('528')

    // Long enough for a lesson.
    await window.fill('Epochs', '2000')
    await window.train()
    await expect.poll(() => window.loss(), { timeout: 30_000 }).toBeGreaterThan(0)
    await window.command('Pause')
    await expect(window.status).toContainText('Paused')

    const thumbnail = window.block('Dense 1').locator('canvas')
    for (let i = 0; i < 3; i++) {
      const before = await picture(thumbnail)
      // Late in a training one step may move a picture by less than a shade.
      await expect(async () => {
        await window.command('One step')
        await expect.poll(() => picture(thumbnail), { timeout: 2_000 }).not.toBe(before)
      }).toPass({ timeout: 30_000 })
    }
    await expect(window.status).toContainText('Paused')

    await window.show('Try')
    await app.getByRole('button', { name: 'Decision boundary' }).click()
    const plane = app.getByRole('application', { name: /^Plane of x and y/ }).locator('canvas')
    await expect.poll(() => coloursOf(plane)).toBeGreaterThan(10)
    const early = await picture(plane)
    await window.command('Resume')
    await expect.poll(() => picture(plane), { timeout: 20_000 }).not.toBe(early)
    const later = await picture(plane)
    await expect.poll(() => picture(plane), { timeout: 20_000 }).not.toBe(later)
    await window.command('Stop')
    await expect(window.status).toContainText('Trained')
  })
})

/** Each block has a shape or says how large it is, in letters that are large enough on the screen. */
async function expectLegible(window: Window): Promise<void> {
  const sizes = await window.page.evaluate(() => {
    const view = document.querySelector('.react-flow__viewport')
    const zoom = view ? new DOMMatrix(getComputedStyle(view).transform).a : Number.NaN
    return [...document.querySelectorAll<HTMLElement>('.react-flow__node')].flatMap(node =>
      [...node.querySelectorAll<HTMLElement>('div, span, b')]
        .filter(element => element.children.length === 0 && element.innerText.trim() !== '')
        .map(element => ({
          words: element.innerText,
          size: Number.parseFloat(getComputedStyle(element).fontSize) * zoom * devicePixelRatio,
          isWhole: element.scrollWidth <= element.clientWidth || element.clientWidth === 0
        }))
    )
  })
  const words = sizes.map(each => each.words)
  expect(words).toEqual(expect.arrayContaining(['Point', 'Dense 1', '32', '96', '16', '528']))
  expect(sizes.filter(({ size, isWhole }) => !isWhole || !(size >= legible))).toEqual([])
}

function picture(canvas: Locator): Promise<string> {
  return canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL())
}

function coloursOf(canvas: Locator): Promise<number> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const { data } = element.getContext('2d')?.getImageData(0, 0, element.width, element.height) ?? {
      data: []
    }
    return new Set(new Uint32Array(Uint8ClampedArray.from(data).buffer)).size
  })
}
