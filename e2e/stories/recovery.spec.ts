import type { BrowserContext, Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures/app'
import { withPickers } from '../fixtures/pickers'
import { violations } from '../fixtures/violations'
import { Window } from '../fixtures/window'

const offered = (page: Page): Locator => page.getByRole('region', { name: 'Work that was not saved' })
const card = (page: Page, name: string): Locator =>
  offered(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })

/** Until all that was changed so far is on the disk, or saved. */
async function kept({ status }: Window): Promise<void> {
  const state = status.locator('[data-kept]')
  await expect
    .poll(async () => (await state.getAttribute('data-made')) === (await state.getAttribute('data-kept')))
    .toBe(true)
}

/** How many journals there are, of all windows. */
async function journalsThere(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory()
    const journals = await folder.getDirectoryHandle('journals', { create: true })
    const names: string[] = []
    for await (const name of journals.keys()) names.push(name)
    return names.length
  })
}

/** The page's process dies, as when it is killed or runs out of memory. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  // It comes to no end.
  page.goto('chrome://crash').catch(() => null)
  await crashed
}

async function nextWindow(context: BrowserContext): Promise<Window> {
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.locator('#root')).not.toBeEmpty()
  return new Window(page)
}

/** Opens the example and gives its first Dense so many units. */
async function edit(window: Window, units: string): Promise<void> {
  await window.openExample('Iris flowers')
  await window.block('Dense 1').click()
  await window.fill('Units', units)
  await kept(window)
}

async function recover(page: Page, name: string): Promise<void> {
  await card(page, name).getByRole('button', { name: 'Recover' }).click()
}

test('after a crash the work is offered as it was after its last edit, and taken up', async ({
  app,
  context
}) => {
  const before = new Window(app)
  await edit(before, '77')
  await before.add('Dropout')
  await app.keyboard.press('Control+z')
  await kept(before)
  await crash(app)

  const window = await nextWindow(context)
  const { page } = window
  await expect(page.getByRole('log')).toContainText('There is work that was not saved.')
  await expect(card(page, 'iris-mlp')).toContainText('3 edits')
  await expect(card(page, 'iris-mlp')).toContainText('in no file yet')
  await expect(card(page, 'iris-mlp').locator('svg rect').first()).toBeAttached()
  await recover(page, 'iris-mlp')
  await expect(window.block('Dense 1')).toContainText('77 units')
  await expect(window.block('Dropout')).toHaveCount(0)
  await expect(window.toolbar).toContainText('edited')
  await expect(window.status).toContainText('Not saved yet')
  await expect(window.status.getByTitle('Every edit is kept for recovery.')).toBeVisible()

  // It is in the journal of the window that has it now, and nowhere else.
  await kept(window)
  await window.press('Start screen')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(offered(page)).toBeHidden()
  await crash(page)
  const { page: last } = await nextWindow(context)
  await expect(offered(last).getByRole('listitem')).toHaveCount(1)
  await expect(card(last, 'iris-mlp')).toContainText('3 edits')
})

test('each of several crashed windows is offered, the latest first; a living one is not', async ({
  app,
  context
}) => {
  const [first, second, living] = [new Window(app), await nextWindow(context), await nextWindow(context)]
  await edit(first, '71')
  await edit(second, '72')
  await second.fill('Name', 'Second')
  await kept(second)
  await edit(living, '73')
  await crash(app)
  await crash(second.page)

  const window = await nextWindow(context)
  await expect(offered(window.page).getByRole('listitem')).toHaveCount(2)
  await expect(offered(window.page).getByRole('listitem').first()).toContainText('2 edits')
  await offered(window.page).getByRole('button', { name: 'Recover' }).first().click()
  await expect(window.block('Second')).toContainText('72 units')

  const other = await nextWindow(context)
  await expect(offered(other.page).getByRole('listitem')).toHaveCount(1)
  await recover(other.page, 'iris-mlp')
  await expect(other.block('Dense 1')).toContainText('71 units')
  await expect(living.block('Dense 1')).toContainText('73 units')
})

test('work of a page that is closed or loaded again is offered too', async ({ app, context }) => {
  await edit(new Window(app), '77')
  app.on('dialog', dialog => void dialog.accept())
  await app.reload()
  await expect(card(app, 'iris-mlp')).toContainText('1 edit')
  await app.close()
  const { page } = await nextWindow(context)
  await expect(card(page, 'iris-mlp')).toContainText('1 edit')
})

test('what was trained comes back trained', async ({ app, context }) => {
  test.setTimeout(120_000)
  const before = new Window(app)
  await before.openExample('Iris flowers')
  await before.train()
  await before.testScore(60_000)
  await kept(before)
  // Of the network as it was trained: it comes back with the weights, and the change after it.
  await before.block('Dense 1').click()
  await before.fill('Units', '77')
  await kept(before)
  await crash(app)

  const window = await nextWindow(context)
  await recover(window.page, 'iris-mlp')
  await expect(window.block('Dense 1')).toContainText('77 units')
  await expect(window.status).toContainText('Trained')
  await window.block('Dense 1').click()
  await window.fill('Units', '16')
  await window.show('Try')
  await expect(window.page.getByRole('region', { name: 'Probabilities' })).toBeVisible()
})

test('a damaged journal loses its damaged tail alone, and says so', async ({ app, context }) => {
  const before = new Window(app)
  await edit(before, '77')
  await before.fill('Units', '88')
  await kept(before)
  await crash(app)

  const window = await nextWindow(context)
  await expect(card(window.page, 'iris-mlp')).toBeVisible()
  await window.page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    for await (const journal of (await root.getDirectoryHandle('journals')).values()) {
      const file = await (journal as FileSystemDirectoryHandle).getFileHandle('edits-1.jsonl')
      const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer())
      bytes[bytes.length - 10] = 0
      const stream = await file.createWritable()
      await stream.write(bytes)
      await stream.close()
    }
  })
  await recover(window.page, 'iris-mlp')
  await expect(window.block('Dense 1')).toContainText('77 units')
  await expect(window.page.locator('[data-part=notice]')).toContainText('The last edits were damaged')
})

test('what is discarded stays until its message has gone, and then is gone', async ({ app, context }) => {
  await edit(new Window(app), '77')
  await crash(app)
  const { page } = await nextWindow(context)
  const discard = card(page, 'iris-mlp').getByRole('button', { name: 'Discard' })
  await discard.click()
  await expect(offered(page)).toBeHidden()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await discard.click()
  await expect(offered(page)).toBeHidden()
  const other = await nextWindow(context)
  await expect(card(other.page, 'iris-mlp')).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(async () => {
    await other.page.reload()
    await expect(other.page.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
    await expect(offered(other.page)).toBeHidden({ timeout: 500 })
  }).toPass()
})

test('work that another document has taken the place of is kept until it is back', async ({
  app,
  context
}) => {
  const window = new Window(app)
  await edit(window, '77')
  await window.press('Start screen')
  await window.openExample('Recognise digits')
  await window.block('Dense 1').click()
  await window.fill('Units', '55')
  await kept(window)
  const { page: other } = await nextWindow(context)
  await expect(offered(other).getByRole('listitem')).toHaveCount(1)
  await expect(card(other, 'iris-mlp')).toContainText('1 edit')

  await app.getByRole('button', { name: 'Go back to it' }).click()
  await expect(window.block('Dense 1')).toContainText('77 units')
  await kept(window)
  await other.reload()
  await expect(card(other, 'digits-mlp')).toContainText('1 edit')
  await expect(card(other, 'iris-mlp')).toBeHidden()
})

test.describe('with files', () => {
  test.beforeEach(({ context }) => withPickers(context))

  test('what is saved is not offered; what came after is, and is saved to its file again', async ({
    app,
    context
  }) => {
    const first = new Window(app)
    await edit(first, '77')
    await app.keyboard.press('Control+s')
    await expect(first.status).toContainText('Saved: iris-mlp.blockprop')
    await expect.poll(() => journalsThere(app)).toBe(0)
    await crash(app)

    const second = await nextWindow(context)
    await expect(second.page.getByRole('region', { name: 'Recent files' })).toBeVisible()
    await expect(offered(second.page)).toBeHidden()
    await second.page.getByRole('button', { name: /^iris-mlp/ }).click()
    await second.block('Dense 1').click()
    await second.fill('Units', '88')
    await kept(second)
    await crash(second.page)

    const third = await nextWindow(context)
    await expect(card(third.page, 'iris-mlp')).toContainText('iris-mlp.blockprop')
    await recover(third.page, 'iris-mlp')
    await expect(third.block('Dense 1')).toContainText('88 units')
    await third.page.keyboard.press('Control+s')
    await expect(third.status).toContainText('Saved: iris-mlp.blockprop')
    await expect.poll(() => contentOf(third.page, 'iris-mlp.blockprop')).toContain('"units": 88')
    // A window that dies between the two would offer what is in the file already: nothing is lost by that.
    await expect.poll(() => journalsThere(third.page)).toBe(0)
    await crash(third.page)
    const { page: last } = await nextWindow(context)
    await expect(last.getByRole('region', { name: 'Recent files' })).toBeVisible()
    await expect(offered(last)).toBeHidden()
  })

  test('where it was asked for, a document is saved to its file by itself, and not over another', async ({
    app
  }) => {
    await app.evaluate(() => localStorage.setItem('blockprop.autosave', 'on'))
    const window = new Window(app)
    await edit(window, '77')
    // Without a file nothing is asked, and nothing is written.
    await expect(window.status).toContainText('Not saved yet')
    await app.keyboard.press('Control+s')
    await expect(window.status).toContainText('Saved: iris-mlp.blockprop')
    await window.fill('Units', '88')
    await expect(window.status).toContainText('Not saved yet')
    await expect(window.status).toContainText('Saved: iris-mlp.blockprop')
    expect(await contentOf(app, 'iris-mlp.blockprop')).toContain('"units": 88')

    await app.evaluate(async () => {
      const folder = await navigator.storage.getDirectory()
      const stream = await (await folder.getFileHandle('iris-mlp.blockprop')).createWritable()
      await stream.write('theirs')
      await stream.close()
    })
    await window.fill('Units', '99')
    await expect(app.getByRole('alert')).toContainText('iris-mlp.blockprop was not saved')
    expect(await contentOf(app, 'iris-mlp.blockprop')).toBe('theirs')
    await expect(window.status).toContainText('Not saved yet')
  })
})

test('a browser without such storage says so once, and goes on', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(StorageManager.prototype, 'getDirectory'))
  await page.goto('/')
  const window = new Window(page)
  await window.openExample('Iris flowers')
  await window.block('Dense 1').click()
  await window.fill('Units', '77')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('Your edits are not being kept')
  await expect(alert).toContainText('this browser gives pages no files of their own')
  await alert.getByRole('button', { name: 'Dismiss' }).click()
  await window.fill('Units', '78')
  await expect(window.status).toContainText('Your edits are not being kept')
  await expect(alert).toBeHidden()
})

for (const theme of ['light', 'dark'] as const)
  test.describe(theme, () => {
    test.use({ colorScheme: theme })

    test('the offer has no violation of axe @full', async ({ app, context }) => {
      const second = await nextWindow(context)
      await edit(new Window(app), '77')
      await edit(second, '78')
      await crash(app)
      await crash(second.page)
      const { page } = await nextWindow(context)
      await expect(offered(page).locator('svg rect').first()).toBeAttached()
      expect(await violations(page)).toEqual([])
    })
  })

function contentOf(page: Page, name: string): Promise<string> {
  return page.evaluate(async wanted => {
    const folder = await navigator.storage.getDirectory()
    return (await (await folder.getFileHandle(wanted)).getFile()).text()
  }, name)
}
