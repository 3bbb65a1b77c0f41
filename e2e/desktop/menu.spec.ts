import { expect, test } from '../fixtures/desktop'
import { Window } from '../fixtures/window'

test('items are enabled and named as the window has it', async ({ desktop }) => {
  const window = new Window(desktop.page)
  await expect(desktop.page.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
  const item = (id: string) => desktop.menuItem(id)
  await expect.poll(async () => (await item('openDocument'))?.enabled).toBe(true)
  expect(await item('saveDocument')).toMatchObject({ enabled: false, accelerator: 'CommandOrControl+S' })
  expect(await item('train')).toMatchObject({ enabled: false })

  await window.openExample('Iris flowers')
  await expect.poll(async () => (await item('train'))?.enabled).toBe(true)
  expect(await item('undo')).toMatchObject({ enabled: false, label: 'Undo' })
  await window.block('Dense 1').click()
  await window.fill('Units', '77')
  await expect.poll(async () => (await item('undo'))?.label).toMatch(/^Undo .*Units/i)
  expect(await item('undo')).toMatchObject({ enabled: true })
  expect(await item('redo')).toMatchObject({ enabled: false })
})

test('an item does what its command does', async ({ desktop }) => {
  const window = new Window(desktop.page)
  await window.openExample('Iris flowers')
  await window.block('Dense 1').click()
  await window.fill('Units', '77')
  await expect(window.block('Dense 1')).toContainText('77 units')
  await expect.poll(async () => (await desktop.menuItem('undo'))?.enabled).toBe(true)
  await desktop.clickMenuItem('undo')
  await expect(window.block('Dense 1')).not.toContainText('77 units')
  await expect.poll(async () => (await desktop.menuItem('redo'))?.enabled).toBe(true)
  await desktop.clickMenuItem('redo')
  await expect(window.block('Dense 1')).toContainText('77 units')
  await desktop.clickMenuItem('showCode')
  await expect(desktop.page.getByRole('tab', { name: 'Code', exact: true })).toHaveAttribute(
    'aria-selected',
    'true'
  )
  await desktop.clickMenuItem('goHome')
  await expect(desktop.page.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
})

test('in a field of text “Undo” and “Select all” are the field’s', async ({ desktop }) => {
  const { page } = desktop
  const window = new Window(page)
  await window.openExample('Iris flowers')
  await window.block('Dense 1').click()
  await window.fill('Units', '77')
  const search = window.palette.getByRole('searchbox')
  await search.click()
  await page.keyboard.type('conv')
  await expect.poll(async () => (await desktop.menuItem('undo'))?.enabled).toBe(true)
  await desktop.clickMenuItem('selectAll')
  // The menu does it when it comes to it; what is typed before is not in its place.
  const selected = (): Promise<number> =>
    search.evaluate((field: HTMLInputElement) => (field.selectionEnd ?? 0) - (field.selectionStart ?? 0))
  await expect.poll(selected).toBe('conv'.length)
  await page.keyboard.type('x')
  await expect(search).toHaveValue('x')
  await desktop.clickMenuItem('undo')
  await expect(search).not.toHaveValue('x')
  await expect(window.block('Dense 1')).toContainText('77 units')
})

test('what is on is marked: panels and theme', async ({ desktop }) => {
  const { page } = desktop
  const window = new Window(page)
  await window.openExample('Iris flowers')
  const checked = (id: string) => async () => (await desktop.menuItem(id))?.checked
  await expect.poll(checked('togglePalette')).toBe(true)
  await desktop.clickMenuItem('togglePalette')
  await expect(window.palette).toBeHidden()
  await expect.poll(checked('togglePalette')).toBe(false)

  await expect.poll(checked('systemTheme')).toBe(true)
  await desktop.clickMenuItem('darkTheme')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect.poll(checked('darkTheme')).toBe(true)
  await expect.poll(checked('systemTheme')).toBe(false)
  expect(await desktop.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
})

test('the menu follows the window in front', async ({ desktop }) => {
  const first = new Window(desktop.page)
  await first.openExample('Iris flowers')
  const enabled = async () => (await desktop.menuItem('train'))?.enabled
  await expect.poll(enabled).toBe(true)
  const page = await desktop.opened(() => desktop.clickMenuItem('newWindow'))
  await expect(page.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
  await expect.poll(enabled).toBe(false)
  await desktop.app.evaluate(({ BrowserWindow }) => {
    const [, second] = BrowserWindow.getAllWindows().toSorted((a, b) => a.id - b.id)
    second?.close()
  })
  await expect.poll(enabled).toBe(true)
})

test('zoom, full screen, editing and window items have the system’s roles', async ({ desktop }) => {
  const roles = await desktop.app.evaluate(({ Menu }) => {
    const all: string[] = []
    const walk = (menu: Electron.Menu | null): void => {
      for (const item of menu?.items ?? []) {
        if (item.role) all.push(item.role.toLowerCase())
        walk(item.submenu ?? null)
      }
    }
    walk(Menu.getApplicationMenu())
    return all
  })
  for (const role of [
    'cut',
    'copy',
    'paste',
    'zoomin',
    'zoomout',
    'resetzoom',
    'togglefullscreen',
    'minimize',
    'close'
  ])
    expect(roles).toContain(role)
})

test('a right click on text offers what can be done with it', async ({ desktop }) => {
  const { page, app } = desktop
  const window = new Window(page)
  await window.openExample('Iris flowers')
  await app.evaluate(({ Menu }) => {
    const shown: string[] = []
    Object.assign(Menu, { shown })
    // The system would draw it, and wait for a hand.
    Menu.prototype.popup = function (this: Electron.Menu) {
      shown.push(
        this.items.flatMap(({ role, enabled }) => (role && enabled ? [role.toLowerCase()] : [])).join(' ')
      )
    }
  })
  const shown = () => app.evaluate(({ Menu }) => (Menu as unknown as { readonly shown: string[] }).shown)
  const search = window.palette.getByRole('searchbox')
  await search.fill('conv')
  await search.selectText()
  await search.click({ button: 'right' })
  await expect.poll(async () => (await shown()).at(-1)).toContain('copy')
  expect((await shown()).at(-1)).toContain('paste')
  const before = (await shown()).length
  await window.block('Dense 1').click({ button: 'right' })
  await expect(page.getByRole('menu')).toBeVisible()
  expect(await shown()).toHaveLength(before)
})

test('details for a report hold versions, and neither paths nor names of the person', async ({ desktop }) => {
  const { app } = desktop
  await desktop.clickMenuItem('copy-details')
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(copied).toContain('Electron')
  const text = await copied()
  for (const secret of [desktop.profile, await app.evaluate(electron => electron.app.getPath('home'))])
    expect(text).not.toContain(secret)
})
