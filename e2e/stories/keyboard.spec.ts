import { expect, test } from '../fixtures/app'
import { allStops, tabTo } from '../fixtures/focus'
import { Window } from '../fixtures/window'

test('from the start screen to a trained network, its runs and back, without a mouse', async ({ app }) => {
  const window = new Window(app)
  const log = app.getByRole('log')
  await tabTo(app, app.getByRole('button', { name: 'Iris flowers' }))
  await app.keyboard.press('Enter')
  await expect(window.blocks().first()).toBeVisible()
  await app.keyboard.press('Control+Enter')
  await expect(log).toContainText('Training has started.')
  await expect(log).toContainText(/Training is done, in .+ Accuracy: \d/, { timeout: 40_000 })

  await tabTo(app, app.getByRole('tab', { name: 'Train', exact: true }))
  await app.keyboard.press('End')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('tab', { name: 'Runs' })).toHaveAttribute('aria-selected', 'true')
  await expect(app.getByRole('row', { name: /Run 1/ })).toBeVisible()
  await app.keyboard.press('Alt+1')
  await expect(window.progress).toContainText('Done in')
})

test('a block, an example and a command by their names; what was used last comes first', async ({ app }) => {
  const window = new Window(app)
  const search = app.getByRole('combobox', { name: 'What do you want to do?' })
  const choose = async (words: string): Promise<void> => {
    await app.keyboard.press('Control+k')
    await expect(search).toBeFocused()
    await app.keyboard.type(words)
    await app.keyboard.press('Enter')
    await expect(search).toBeHidden()
  }
  await choose('iris')
  await expect(window.blocks()).toHaveCount(4)
  await choose('add dropout')
  await expect(window.blocks()).toHaveCount(5)
  await choose('go to dense 2')
  await expect(window.block('Dense 2')).toHaveClass(/selected/)
  await app.keyboard.press('Delete')
  await expect(app.getByRole('log')).toContainText(/Problem: “Species” gets nothing/)
  await app.keyboard.press('Control+z')
  await expect(app.getByRole('log')).toContainText('No problem is left.')
  await choose('dark theme')
  await expect(app.locator('html')).toHaveAttribute('data-theme', 'dark')

  const theme = window.toolbar.getByRole('button', { name: /^Theme/ })
  await tabTo(app, theme)
  await app.keyboard.press('Control+k')
  await expect(search).toBeFocused()
  // The dark theme stands already: there is nothing to do.
  await expect(app.getByRole('option').first()).toContainText('Dense 2')
  await app.keyboard.press('Escape')
  await expect(theme).toBeFocused()
  await app.keyboard.press('?')
  await expect(app.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Ctrl+K')
  await expect(app.getByRole('button', { name: 'Dismiss' })).toBeFocused()
  await app.keyboard.press('Escape')
  await expect(theme).toBeFocused()
})

test('panels are resized, closed and opened again, and F6 walks through what is there', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Iris flowers')
  const width = async (): Promise<number> => (await window.palette.boundingBox())?.width ?? Number.NaN
  const line = app.getByRole('separator', { name: 'Size of Blocks' })
  await tabTo(app, line)
  const before = await width()
  await app.keyboard.press('ArrowRight')
  await expect.poll(width).toBe(before + 16)
  await app.keyboard.press('Home')
  await expect(line).toHaveAttribute('aria-valuenow', (await line.getAttribute('aria-valuemin')) ?? '')
  await app.keyboard.press('Enter')
  await expect(window.palette).toBeHidden()
  await expect(window.toolbar.getByRole('button', { name: /^Show or hide blocks/ })).toBeFocused()

  const part = (): Promise<string | undefined> =>
    app.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-part]')?.dataset['part'])
  const walk = async (keys: string, parts: readonly string[]): Promise<void> => {
    for (const expected of parts) {
      await app.keyboard.press(keys)
      await expect.poll(part).toBe(expected)
    }
  }
  await walk('F6', ['canvas', 'inspector', 'dock', 'toolbar'])
  await app.keyboard.press('Control+b')
  await expect(window.palette).toBeVisible()
  await walk('F6', ['palette', 'canvas'])
  await walk('Shift+F6', ['palette', 'toolbar', 'dock', 'inspector'])
})

test('Tab comes to every part and around again, and each stop is to be seen', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Iris flowers')
  await app.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  const stops = await allStops(app)
  expect(new Set(stops.map(({ part }) => part))).toEqual(
    new Set(['toolbar', 'palette', 'canvas', 'inspector', 'dock', undefined])
  )
  expect(stops.filter(({ seen }) => !seen).map(({ name }) => name)).toEqual([])
})
