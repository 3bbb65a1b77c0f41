import { readFileSync } from 'node:fs'
import { at } from '../../scripts/paths.mjs'
import { expect, test } from '../fixtures/app'
import { Window } from '../fixtures/window'

const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { readonly version: string }

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('About tells the version, every licence, and what a report of a fault needs', async ({ app }) => {
  await app.keyboard.press('Control+,')
  await app.getByRole('button', { name: 'About Blockprop' }).click()
  const dialog = app.getByRole('dialog', { name: 'About Blockprop' })
  await expect(dialog).toContainText(`Version ${version} · Web edition · MIT licence`)

  await dialog.getByText('Blockprop', { exact: true }).last().click()
  await expect(dialog.getByText('Permission is hereby granted').first()).toBeVisible()
  await dialog.getByText(/^react-dom \d/).click()
  const licence = dialog
    .getByRole('group')
    .filter({ hasText: /^react-dom/ })
    .locator('pre')
  await expect(licence).toContainText('Copyright (c) Meta Platforms')
  await expect(licence).toBeVisible()

  await dialog.getByRole('button', { name: 'Copy details' }).click()
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  const details = await app.evaluate(() => navigator.clipboard.readText())
  expect(details).toContain(`Blockprop ${version}`)
  expect(details).toMatch(/^Browser: .*Chrome\/\d+/m)
  expect(details).toContain('theme system, units decimal')
  await app.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('About is found by its name', async ({ app }) => {
  await new Window(app).command('About Blockprop')
  await expect(app.getByRole('dialog', { name: 'About Blockprop' })).toBeVisible()
})
