import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Trains every example from the command line, as a person would, and holds it to its stated score. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['e2e/examples/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 180_000
  }
})
