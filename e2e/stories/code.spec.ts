import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from '@playwright/test'
import { readZip } from '../../shared/formats/zip/read-zip'
import { expect, test } from '../fixtures/app'
import { withWeights } from '../fixtures/trained'
import { Window, withoutPickers } from '../fixtures/window'

const lit = (page: Page): Locator => page.locator('.cm-line[data-lit]')
const lineOf = (page: Page, text: string): Locator => page.locator('.cm-line', { hasText: text })

async function contentOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(await readFile(await download.path()))
}

/** Chooses from the menu in the toolbar. */
async function choose(window: Window, item: string): Promise<void> {
  await window.press('Export')
  await window.page.getByRole('menuitem', { name: item }).click()
}

async function filesIn(download: Download): Promise<ReadonlyMap<string, string>> {
  const zip = readZip(await contentOf(download))
  if (!zip.ok) throw new Error('not a zip')
  return new Map([...zip.value].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
}

test.describe('code and blocks', () => {
  test('a block lights its lines, and a line selects its block, in both frameworks', async ({ app }) => {
    const window = new Window(app)
    await window.openExample('Recognise digits')
    await window.show('Code')
    await window.block('Dense 2').click()
    await expect(lit(app)).toHaveText([/layers\.Dense\(256, activation="relu", name="dense_2"\)/])
    await window.block('Dense 3').click({ modifiers: ['Control'] })
    await expect(lit(app)).toHaveText([/name="dense_2"/, /name="dense_3"/])

    await lineOf(app, 'layers.Dense(512').click()
    await expect(window.inspector.getByRole('heading', { name: 'Dense 1' })).toBeVisible()
    await expect(lit(app)).toHaveText([/name="dense_1"/])

    await app.getByRole('radio', { name: 'PyTorch' }).click()
    await expect(lit(app)).toHaveText([/self\.dense_1 = nn\.Linear\(784, 512\)/, /F\.relu\(self\.dense_1/])
    await app.reload()
    await window.openExample('Recognise digits')
    await window.show('Code')
    await expect(app.getByRole('radio', { name: 'PyTorch' })).toBeChecked()
  })

  test('a line of a group opens its inside, where a block lights none of the same id outside', async ({
    app
  }) => {
    const window = new Window(app)
    await window.openExample('Skip connections')
    await window.show('Code')
    await window.block('Stem').click()
    await expect(lit(app).first()).toHaveText(/layers\.Conv2D\(16, 3, strides=2.*name="stem"/)
    await expect(lit(app)).toHaveCount(3)
    await lineOf(app, '_conv_2"').click()
    await expect(window.canvas.getByText('residual block')).toBeVisible()
    await expect(window.block('Conv 2')).toHaveClass(/selected/)
    await window.block('Conv 1').click()
    await expect(lit(app)).toHaveText([/layers\.Conv2D\(16, 3, padding="same", name=f"\{name\}_conv_1"/])
    await lineOf(app, 'name="stem"').click()
    await expect(window.block('Stem')).toHaveClass(/selected/)
  })

  test('by keyboard alone: another framework, a line to its block, a notebook by its name', async ({
    page
  }) => {
    await withoutPickers(page)
    await page.goto('/')
    const window = new Window(page)
    await page.getByRole('button', { name: 'Recognise digits' }).press('Enter')
    await expect(window.blocks().first()).toBeVisible()
    await page.keyboard.press('Alt+3')
    const keras = page.getByRole('radio', { name: 'Keras' })
    await keras.focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('radio', { name: 'PyTorch' })).toBeChecked()

    const code = page.getByRole('textbox', { name: 'PyTorch code' })
    for (let i = 0; i < 8 && !(await code.evaluate(e => e === document.activeElement)); i++)
      await page.keyboard.press('Tab')
    await expect(code).toBeFocused()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Control+Home')
    const cursor = page.locator('.cm-activeLine')
    for (let i = 0; i < 60 && !((await cursor.textContent()) ?? '').includes('self.dense_3 ='); i++)
      await page.keyboard.press('ArrowDown')
    await expect(cursor).toContainText('self.dense_3 = nn.Linear')
    await page.keyboard.press('Enter')
    await expect(window.inspector.getByRole('heading', { name: 'Dense 3' })).toBeVisible()
    await expect(code).toBeFocused()

    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox')).toBeFocused()
    await page.keyboard.type('notebook')
    const download = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toBe('model.ipynb')
    const notebook = JSON.parse(new TextDecoder().decode(await contentOf(await download))) as {
      readonly nbformat: number
      readonly cells: readonly { readonly source: readonly string[] }[]
    }
    expect(notebook.nbformat).toBe(4)
    expect(notebook.cells.flatMap(cell => cell.source).join('')).toContain('nn.Linear(784, 512)')
    await expect(page.getByText('Exported model.ipynb')).toBeVisible()
  })
})

test.describe('export', () => {
  test.beforeEach(({ page }) => withoutPickers(page))

  test('a zip has what the window shows and what it lists, weights too where they fit', async ({
    app,
    context
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const window = new Window(app)
    await window.openExample('Iris flowers')
    await window.show('Code')
    const files = app.getByRole('group', { name: 'Files in the export' })
    await expect(
      files.getByRole('checkbox', { name: /weights\.npz.*Train the network first/ })
    ).toBeDisabled()
    await expect(files.getByRole('checkbox', { name: 'Export model.py' })).toBeDisabled()

    await window.openFile('trained.blockprop', withWeights('iris-mlp'))
    await window.show('Code')
    await expect(files.getByRole('checkbox', { name: 'Export weights.npz' })).toBeChecked()
    await files.getByRole('checkbox', { name: 'Export model.ipynb' }).click()
    const download = app.waitForEvent('download')
    await choose(window, 'Export Keras code as zip…')
    expect((await download).suggestedFilename()).toBe('iris-mlp-keras.zip')
    const made = await filesIn(await download)
    const names = ['model.py', 'model.ipynb', 'requirements.txt', 'README.md', 'data.npz', 'weights.npz']
    expect([...made.keys()]).toEqual(names.map(name => `iris-mlp-keras/${name}`))
    await expect(app.getByRole('status').filter({ hasText: 'Exported iris-mlp-keras.zip' })).toBeVisible()
    await expect(files.getByText('up to')).toHaveCount(0)

    await app.getByRole('tabpanel').getByRole('button', { name: 'Copy' }).click()
    await expect(app.getByRole('button', { name: 'Copied' })).toBeVisible()
    const shown = await app.evaluate(() => navigator.clipboard.readText())
    expect(made.get('iris-mlp-keras/model.py')).toBe(shown)

    await window.block('Dense 1').click()
    await window.fill('Units', '9')
    await expect(files.getByRole('checkbox', { name: /weights\.npz.*has changed/ })).toBeDisabled()
  })

  test('an export that takes long is given up; one that fails says why; problems are told first', async ({
    app,
    complaints
  }) => {
    const window = new Window(app)
    await window.openExample('Iris flowers')
    const asset = /iris.*\.gz/
    await app.route(asset, () => undefined)
    await choose(window, 'Export Keras code as zip…')
    await expect(app.getByText('Reading the samples…')).toBeVisible()
    await expect(app.getByRole('progressbar', { name: 'Exporting iris-mlp-keras.zip' })).toBeVisible()
    await app.getByRole('button', { name: 'Cancel' }).click()
    await expect(app.getByText('Reading the samples…')).toHaveCount(0)

    await app.unroute(asset)
    await app.route(asset, route => route.abort())
    await choose(window, 'Export Keras code as zip…')
    await expect(app.getByRole('alert')).toContainText('iris-mlp-keras.zip was not exported')
    complaints.length = 0
    await app.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click()

    await window.block('Dense 2').click()
    await app.keyboard.press('Delete')
    await window.press('Export')
    await expect(app.getByText('The network has problems.')).toBeVisible()
    await expect(app.getByRole('menuitem', { name: 'Copy Keras code' })).toHaveAttribute(
      'aria-disabled',
      'true'
    )
  })
})

test('a folder is made anew, and never over one that is there', async ({ page }) => {
  // No test can answer the browser's dialog; the folder is a real one, of the page's own.
  await page.addInitScript(() => {
    Object.assign(globalThis, { showDirectoryPicker: () => navigator.storage.getDirectory() })
  })
  await page.goto('/')
  const window = new Window(page)
  await window.openExample('Iris flowers')
  const menuItem = 'Export Keras code as folder…'
  await choose(window, menuItem)
  await expect(page.getByRole('status').filter({ hasText: 'Exported iris-mlp-keras' })).toBeVisible()
  await choose(window, menuItem)
  await expect(page.getByRole('status').filter({ hasText: 'Exported iris-mlp-keras-2' })).toBeVisible()
  const found = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const list = async (name: string): Promise<readonly string[]> => {
      const files: string[] = []
      for await (const file of (await root.getDirectoryHandle(name)).keys()) files.push(file)
      return files.sort()
    }
    return [await list('iris-mlp-keras'), await list('iris-mlp-keras-2')]
  })
  const files = ['README.md', 'data.npz', 'model.py', 'requirements.txt']
  expect(found).toEqual([files, files])
})
