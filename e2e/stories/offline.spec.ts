import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/app'
import {
  copyWebEdition,
  hostPlainly,
  hostWebEdition,
  releaseVersion,
  type WebHost
} from '../fixtures/web-host'
import { Window } from '../fixtures/window'

test.use({ serviceWorkers: 'allow' })

let folder: string
let host: WebHost

test.beforeEach(async ({}, info) => {
  folder = info.outputPath('web')
  copyWebEdition(folder)
  host = await hostWebEdition(folder)
})
test.afterEach(() => host.close())

/** Opens the app, and waits until the browser keeps a whole version that answers the page. */
async function visit(page: Page, url = host.url): Promise<void> {
  await page.goto(url)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller !== null) return
    await new Promise(done => {
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true })
    })
  })
}

const version = (page: Page) => page.locator('html').getAttribute('data-version')

/** Whether a whole new version is kept, and waits. */
const isWaiting = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null)

test('after the first visit it starts, opens an example and trains it without a network', async ({
  page
}) => {
  test.setTimeout(120_000)
  await visit(page)
  const window = new Window(page)
  await window.openExample('Iris flowers')
  await window.show('Data')
  const samples = page.getByRole('group', { name: 'Samples' })
  await expect(samples.getByRole('button').first()).toBeVisible({ timeout: 30_000 })

  await host.close()
  await page.reload()
  await window.openExample('Iris flowers')
  await window.train()
  expect(await window.testScore(60_000)).toBeGreaterThan(0.85)
  for (const tab of ['Data', 'Code', 'Runs', 'Try'] as const) await window.show(tab)
})

test('a host that can send no headers gives the same app from the second visit on', async ({ page }) => {
  const plain = await hostPlainly(folder)
  await visit(page, plain.url)
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false)
  await page.reload()
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
  const policy = await page.evaluate(async () =>
    (await fetch('./index.html')).headers.get('content-security-policy')
  )
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
  await new Window(page).openExample('Iris flowers')
  await plain.close()
})

test('a new version waits while somebody works, and is there at the next start', async ({
  page,
  context
}) => {
  await visit(page)
  const window = new Window(page)
  await window.openEmpty()
  await releaseVersion(folder, '2')
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })
  await expect.poll(() => isWaiting(page), { timeout: 30_000 }).toBe(true)
  // What is loaded late comes from the version that the page began with.
  await window.show('Code')
  expect(await version(page)).toBeNull()

  await page.close()
  const next = await context.newPage()
  await expect
    .poll(async () => {
      await next.goto(host.url)
      return version(next)
    })
    .toBe('2')
})

test('a page that nobody has touched takes a new version at once', async ({ page }) => {
  await visit(page)
  await releaseVersion(folder, '2')
  await page.reload()
  await expect.poll(() => version(page).catch(() => null), { timeout: 30_000 }).toBe('2')
})

test('of two pages neither takes a new version from under the other', async ({ page, context }) => {
  await visit(page)
  const other = await context.newPage()
  await visit(other)
  await releaseVersion(folder, '2')
  await page.reload()
  await expect.poll(() => isWaiting(page), { timeout: 30_000 }).toBe(true)
  expect([await version(page), await version(other)]).toEqual([null, null])
})
