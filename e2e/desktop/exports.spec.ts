import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures/desktop'
import { folderOf } from '../fixtures/desktop-files'
import { chooseInMenu } from '../fixtures/desktop-windows'
import { Window } from '../fixtures/window'

test('code goes to the folder that was chosen, as a new folder, and again beside it', async ({
  desktop
}, info) => {
  const folder = folderOf(info)
  const window = new Window(desktop.page)
  await window.openExample('Iris flowers')
  const chosen = { canceled: false, filePaths: [folder] }
  const asked = await desktop.answerDialog('showOpenDialog', chosen, chosen, {
    canceled: true,
    filePaths: []
  })
  await chooseInMenu(desktop, 'exportFolder')
  await expect.poll(() => readdirSync(folder).length, { timeout: 30_000 }).toBe(1)
  const [made = ''] = readdirSync(folder)
  expect(readdirSync(join(folder, made))).toEqual(expect.arrayContaining(['model.py', 'requirements.txt']))
  expect(readFileSync(join(folder, made, 'model.py'), 'utf8')).toContain('Dense')
  await chooseInMenu(desktop, 'exportFolder')
  await expect.poll(() => readdirSync(folder).toSorted(), { timeout: 30_000 }).toEqual([made, `${made}-2`])
  await chooseInMenu(desktop, 'exportFolder')
  await expect.poll(asked).toHaveLength(3)
  expect(readdirSync(folder)).toHaveLength(2)
  expect(await asked()).toMatchObject([{ properties: ['openDirectory', 'createDirectory'] }, {}, {}])
})

test('a script and pictures go where the dialog says; code goes to the clipboard', async ({
  desktop
}, info) => {
  const folder = folderOf(info)
  const window = new Window(desktop.page)
  await window.openExample('Iris flowers')
  const saved = async (item: string, name: string): Promise<string> => {
    const path = join(folder, name)
    await desktop.answerDialog('showSaveDialog', { canceled: false, filePath: path })
    await chooseInMenu(desktop, item)
    await expect.poll(() => existsSync(path), { timeout: 30_000 }).toBe(true)
    return path
  }
  const script = readFileSync(await saved('exportScript', 'iris.py'), 'utf8')
  expect(script).toContain('import keras')
  expect(readFileSync(await saved('exportDiagramSvg', 'iris.svg'), 'utf8')).toContain('<svg')
  const png = readFileSync(await saved('exportDiagramPng', 'iris.png'))
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  expect(readdirSync(folder).toSorted()).toEqual(['iris.png', 'iris.py', 'iris.svg'])

  await window.show('Code')
  await desktop.page.getByRole('tabpanel', { name: 'Code' }).getByRole('button', { name: 'Copy' }).click()
  await expect
    .poll(async () => desktop.app.evaluate(({ clipboard }) => clipboard.readText()))
    .toContain('keras')
})
