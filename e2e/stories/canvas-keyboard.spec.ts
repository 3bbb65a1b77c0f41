import { expect, test } from '../fixtures/app'
import { Window } from '../fixtures/window'

test('a network is built by keyboard alone, edge by edge', async ({ app }) => {
  const window = new Window(app)
  const { keyboard } = app
  await app.getByRole('button', { name: 'Empty canvas' }).press('Enter')
  await expect(window.palette).toBeVisible()
  const add = async (query: string) => {
    await keyboard.press('/')
    await keyboard.type(query)
    await keyboard.press('Enter')
  }
  const connect = async (query: string) => {
    await keyboard.press('c')
    await expect(app.getByRole('combobox', { name: 'Find a block to connect' })).toBeFocused()
    await keyboard.type(query)
    await keyboard.press('Enter')
    await expect(app.getByRole('dialog')).toHaveCount(0)
  }
  const network = app.getByRole('application', { name: 'Network' })
  const spoken = (name: RegExp) => window.canvas.getByRole('group', { name })

  // Backwards, so that nothing is connected by itself.
  await add('output')
  await expect(network).toBeFocused()
  await add('dense')
  await expect(window.edges()).toHaveCount(0)
  await connect('output')
  await expect(
    window.canvas.getByRole('status').filter({ hasText: 'Connected Dense to Output.' })
  ).toHaveCount(1)
  await keyboard.press('ArrowRight')
  await add('flatten')
  await connect('dense')
  await expect(spoken(/^Dense, connected from Flatten, connected to Output/)).toBeVisible()
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await add('input')
  await connect('flatten')
  await expect(window.edges()).toHaveCount(3)
  await expect(spoken(/^Input, 28 × 28 × 1 out to Flatten/)).toBeVisible()
  await expect(spoken(/^Dense, 784 in from Flatten, 64 out to Output, 50,240 parameters/)).toBeVisible()

  await keyboard.press('c')
  const never = app.getByRole('option', { name: /Dense/ })
  await expect(never.first()).toBeVisible()
  await keyboard.press('Escape')
  await expect(network).toBeFocused()
  await keyboard.press('Control+z')
  await expect(window.edges()).toHaveCount(2)
})

test('arrow keys walk, Enter opens and Escape comes back, Alt moves, Shift selects, and the menu has a key', async ({
  app
}) => {
  const window = new Window(app)
  const { keyboard } = app
  await app.getByRole('button', { name: 'Recognise digits' }).press('Enter')
  const network = app.getByRole('application', { name: 'Network' })
  await expect(window.blocks().first()).toBeVisible()
  // One stop of the Tab key, between the blocks at the left and the buttons of the canvas.
  await window.palette.getByRole('button').last().focus()
  await keyboard.press('Tab')
  await expect(network).toBeFocused()
  const at = () => network.getAttribute('aria-activedescendant')
  await keyboard.press('ArrowRight')
  expect(await at()).toBe('block-input-1')
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  expect(await at()).toBe('block-dense-1')
  await expect(window.inspector).toContainText('Dense 1')

  await keyboard.press('Enter')
  const units = app.getByRole('textbox', { name: 'Units', exact: true })
  await expect(units).toBeFocused()
  await keyboard.type('128')
  await keyboard.press('Escape')
  await expect(network).toBeFocused()
  expect(await at()).toBe('block-dense-1')
  await expect(
    window.canvas.getByRole('group', { name: /^Dense 1, Dense, 784 in from Flatten, 128 out to Dense 2/ })
  ).toBeVisible()

  await keyboard.down('Alt')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowLeft')
  await keyboard.up('Alt')
  const undo = window.toolbar.getByRole('button', { name: /^Undo/ })
  await expect(undo).toHaveAccessibleName(/^Undo move “Dense 1”/)
  await keyboard.press('Control+z')
  await expect(undo).toHaveAccessibleName(/^Undo change units/)

  await keyboard.press('Shift+ArrowRight')
  await expect(window.inspector).toContainText('2 blocks')
  await keyboard.press('Escape')
  await expect(window.inspector).toContainText('Network')
  await keyboard.press('ArrowRight')
  await keyboard.press('Shift+F10')
  await expect(app.getByRole('menuitem', { name: 'Connect…' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(network).toBeFocused()
  await keyboard.press('F2')
  await expect(app.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
})

test('Enter goes into a group and Escape out of it', async ({ app }) => {
  const window = new Window(app)
  const { keyboard } = app
  await window.openExample('Skip connections')
  const network = app.getByRole('application', { name: 'Network' })
  await network.focus()
  for (let i = 0; i < 3; i++) await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await expect(window.canvas.getByRole('group', { name: /BatchNormalization/ })).toBeVisible()
  await expect(network).toBeFocused()
  await keyboard.press('Escape')
  await expect(window.canvas.getByRole('group', { name: /^Image/ })).toBeVisible()
  await expect(network).toBeFocused()
  expect(await network.getAttribute('aria-activedescendant')).toBe('block-group-1')
})
