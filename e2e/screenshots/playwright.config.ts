import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import stories from '../playwright.config'

/** The stories' browser and server, to make the pictures of the README. */
export default defineConfig({
  ...stories,
  testDir: '.',
  testMatch: '*.shot.ts',
  outputDir: '../../.cache/screenshots',
  globalSetup: resolve(import.meta.dirname, '../fixtures/global-setup.ts')
})
