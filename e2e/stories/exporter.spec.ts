import { readFile } from 'node:fs/promises'
import { readZip } from '../../shared/formats/zip/read-zip'
import { expect, test } from '../fixtures/app'
import { Window, withoutPickers } from '../fixtures/window'

test('an architecture is drawn, taken along untrained, then with its weights', async ({ app, page }) => {
  await withoutPickers(page)
  await page.reload()
  const window = new Window(app)
  const { keyboard } = app
  const add = async (query: string): Promise<void> => {
    await keyboard.press('/')
    await keyboard.type(query)
    await keyboard.press('Enter')
  }
  await window.openEmpty()
  await window.inspector.getByRole('combobox', { name: 'Data' }).click()
  await app.getByRole('option', { name: 'Iris flowers' }).click()

  // The beginning by keyboard.
  await add('input')
  await expect(window.blocks()).toHaveCount(1)
  await add('dense')
  await window.fill('Units', '16')
  await window.choose('Activation', 'ReLU')
  await expect(window.edges()).toHaveCount(1)
  // The end by mouse.
  await window.drag('Dense', 620, 420)
  await window.fill('Units', '3')
  await window.choose('Activation', 'Softmax')
  await window.connect('Dense', 'Dense 2')
  await window.add('Output')
  await expect(window.edges()).toHaveCount(3)
  await expect(window.status).toContainText('131 parameters')

  await window.show('Code')
  await app.getByRole('radio', { name: 'PyTorch' }).click()
  const bare = await exported(window)
  expect([...bare.keys()]).toEqual(expect.arrayContaining(['model.py', 'requirements.txt', 'data.npz']))
  expect([...bare.keys()].filter(name => name.startsWith('weights'))).toEqual([])
  expect(bare.get('model.py')).toContain('nn.Linear(4, 16)')
  expect(bare.get('model.py')).toContain('nn.Linear(16, 3)')
  expect(bare.get('requirements.txt')).toMatch(/^torch/m)

  await window.train()
  await window.testScore(40_000)
  const trained = await exported(window)
  expect(trained.get('model.py')).toContain('--weights')
  expect([...trained.keys()].filter(name => !bare.has(name))).toEqual(['weights.safetensors'])
})

/** What is in the zip that the toolbar's menu makes, without its folder. */
async function exported(window: Window): Promise<ReadonlyMap<string, string>> {
  const [download] = await Promise.all([
    window.page.waitForEvent('download'),
    (async () => {
      await window.press('Export')
      await window.page.getByRole('menuitem', { name: 'Export PyTorch code as zip…' }).click()
    })()
  ])
  expect(download.suggestedFilename()).toMatch(/-pytorch\.zip$/)
  const zip = readZip(new Uint8Array(await readFile(await download.path())))
  if (!zip.ok) throw new Error('not a zip')
  return new Map(
    [...zip.value].map(([path, bytes]) => [path.replace(/^.*\//, ''), new TextDecoder().decode(bytes)])
  )
}
