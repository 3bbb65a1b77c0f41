import { defineConfig } from '@playwright/test'
import { ensureBrowser, testFlags } from '../scripts/browser.mjs'
import { storiesUrl } from './fixtures/address'

/** `npm test` hands over the browser that it has found; by hand the stories look for one themselves. */
async function chromium() {
  const browser = await ensureBrowser()
  if (!browser.ok) throw new Error(browser.why)
  return browser.path
}

export default defineConfig({
  testDir: 'stories',
  outputDir: '../.cache/stories',
  globalSetup: './fixtures/global-setup.ts',
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] === 'true',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: storiesUrl,
    viewport: { width: 1440, height: 900 },
    // A page that a worker answers is not the page of a story; `offline.spec.ts` has one.
    serviceWorkers: 'block',
    // It is a sixth of the time, and nobody reads it there.
    trace: process.env['CI'] === 'true' ? 'off' : 'retain-on-failure',
    launchOptions: {
      executablePath: await chromium(),
      args: ['--headless=new', ...testFlags]
    }
  }
})
