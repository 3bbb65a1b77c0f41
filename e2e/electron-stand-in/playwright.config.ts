import { defineConfig } from '@playwright/test'

/** The stand-in's own tests, on an app of their own: `npx playwright test --config e2e/electron-stand-in/playwright.config.ts`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../.cache/stand-in',
  workers: 1,
  forbidOnly: process.env['CI'] === 'true',
  timeout: 30_000,
  expect: { timeout: 5_000 },
  reporter: 'list'
})
