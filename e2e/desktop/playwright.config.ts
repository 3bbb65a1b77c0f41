import { defineConfig } from '@playwright/test'

/** Stories of the desktop app: the built main process, preload and window, in Electron or in its stand-in. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../.cache/desktop',
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] === 'true',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list'
})
