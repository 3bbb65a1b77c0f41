import { expect, test } from '../fixtures/app'
import { withoutFlatten } from '../fixtures/documents'
import { Window, withoutPickers } from '../fixtures/window'

test.beforeEach(({ page }) => withoutPickers(page))

test('what is told goes by itself, but not from under a hand or the focus; an error stays', async ({
  page
}) => {
  await page.clock.install()
  await page.goto('/')
  const window = new Window(page)
  const notice = page.locator('[data-part=notice]')
  const putAside = async (): Promise<void> => {
    await window.fill('Name', 'changed')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: 'What do you want to do?' })).toBeFocused()
    await page.keyboard.type('open example iris')
    await page.keyboard.press('Enter')
    await expect(notice).toBeVisible()
  }
  await window.openExample('Iris flowers')

  await putAside()
  await page.clock.fastForward(31_000)
  await expect(notice).toBeHidden()

  await putAside()
  await notice.hover()
  await page.clock.fastForward(120_000)
  await expect(notice).toBeVisible()
  await page.mouse.move(5, 5)
  await page.clock.fastForward(31_000)
  await expect(notice).toBeHidden()

  await putAside()
  const train = window.toolbar.getByRole('button', { name: 'Train', exact: true })
  await train.focus()
  await page.keyboard.press('Shift+F6')
  await expect(notice.locator(':focus')).toHaveCount(1)
  await page.clock.fastForward(120_000)
  await expect(notice).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(notice).toBeHidden()
  await expect(train).toBeFocused()

  await window.openFile('notes.txt', 'dear diary')
  await expect(notice).toContainText('notes.txt was not opened')
  await page.clock.fastForward(600_000)
  await expect(notice).toBeVisible()
})

test('a notice covers neither the way to train nor the words of a problem', async ({ app }) => {
  const window = new Window(app)
  await window.openFile('digits-cnn.blockprop', withoutFlatten())
  const callout = app.locator('[data-callout]')
  await expect(callout).toBeVisible()
  // To where notices stand.
  const [from, canvas] = [await callout.boundingBox(), await window.canvas.boundingBox()]
  if (!from || !canvas) throw new Error('the words of the problem have no place on the screen')
  await app.mouse.move(canvas.x + 40, canvas.y + canvas.height - 80)
  await app.mouse.down()
  await app.mouse.move(
    canvas.x + 40 + 720 - from.x - from.width / 2,
    canvas.y + canvas.height - 80 + 70 - from.y,
    { steps: 8 }
  )
  await app.mouse.up()
  await expect.poll(async () => Math.abs(((await callout.boundingBox())?.y ?? 0) - 70)).toBeLessThan(4)

  await window.openFile('notes.txt', 'dear diary')
  const boxes = async () => ({
    notice: await app.locator('[data-part=notice]').boundingBox(),
    callout: await callout.boundingBox(),
    train: await window.toolbar.getByRole('button', { name: 'Train', exact: true }).boundingBox()
  })
  await expect(app.locator('[data-part=notice]')).toBeVisible()
  await expect
    .poll(async () => {
      const { notice, callout: words, train } = await boxes()
      if (!notice || !words || !train) return 'something is not there'
      const covers = (box: typeof notice): boolean =>
        box.x < notice.x + notice.width &&
        box.x + box.width > notice.x &&
        box.y < notice.y + notice.height &&
        box.y + box.height > notice.y
      return { words: covers(words), train: covers(train) }
    })
    .toEqual({ words: false, train: false })
})
