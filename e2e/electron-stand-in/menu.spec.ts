import { expect, test } from './testing'

test('an item of the menu is seen and chosen', async ({ desktop }) => {
  expect(await desktop.menuItem('new')).toEqual({
    label: 'New window',
    enabled: true,
    checked: false,
    visible: true,
    accelerator: 'CmdOrCtrl+N'
  })
  expect(await desktop.menuItem('none')).toBeNull()
  const opened = await desktop.opened(() => desktop.clickMenuItem('new'))
  await expect(opened.getByRole('heading')).toHaveText('Testing')
  expect(desktop.windows()).toHaveLength(2)
})

test('a checkbox is turned by a click, an item that is disabled can’t be chosen', async ({ desktop }) => {
  await desktop.clickMenuItem('autosave')
  expect(await desktop.menuItem('autosave')).toMatchObject({ checked: false })
  await desktop.app.evaluate(({ Menu }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('new')
    if (item) item.enabled = false
  })
  await expect(desktop.clickMenuItem('new')).rejects.toThrow('not enabled')
})

test('of radio items that lie together one is checked', async ({ desktop }) => {
  const checked = await desktop.app.evaluate(({ Menu }) => {
    const radio = (id: string) => ({ id, type: 'radio' as const })
    const menu = Menu.buildFromTemplate([radio('a'), radio('b'), { type: 'separator' }, radio('c')])
    for (const id of ['c', 'a', 'b']) menu.getMenuItemById(id)?.click()
    return menu.items.filter(item => item.checked).map(item => item.id)
  })
  expect(checked).toEqual(['b', 'c'])
})

test('roles have their labels, shortcuts and effects', async ({ desktop: { app } }) => {
  const ended = new Promise(resolve => app.process().once('exit', resolve))
  const item = await app.evaluate(({ Menu }) => {
    const quit = Menu.getApplicationMenu()?.getMenuItemById('quit')
    setImmediate(() => {
      quit?.click()
    })
    return [quit?.label, quit?.accelerator, Menu.getApplicationMenu()?.items.at(-1)?.submenu?.items.length]
  })
  expect(item).toEqual(['Quit', 'CommandOrControl+Q', 9])
  expect(await ended).toBe(0)
})

test('a context menu is seen and chosen from', async ({ desktop }) => {
  expect(await desktop.contextMenu()).toBeUndefined()
  await desktop.page.getByRole('textbox').selectText()
  await desktop.page.getByRole('textbox').click({ button: 'right' })
  const label = 'Shout “some words”'
  await expect
    .poll(() => desktop.contextMenu())
    .toEqual([{ label, enabled: true, checked: false, visible: true }])
  await desktop.clickContextMenuItem(label)
  expect(await desktop.app.evaluate(() => seen.at(-1))).toEqual(['shout', label])
})

test('a dialog is answered by the test, and told what it asked', async ({ desktop }) => {
  const asked = await desktop.answerDialog('showOpenDialog', { canceled: false, filePaths: ['/a.blockprop'] })
  expect(await desktop.page.evaluate(() => window.host.invoke('open'))).toEqual(['/a.blockprop'])
  expect(await asked()).toEqual([{ title: 'Open' }])
})

test('a dialog that no test answers fails', async ({ desktop }) => {
  const failed = desktop.page.evaluate(() => window.host.invoke('open'))
  await expect(failed).rejects.toThrow('Nobody answers dialog.showOpenDialog: {"title":"Open"}')
})
