import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Against real Keras and PyTorch. Without isolation: the files of a worker share one Python process. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['e2e/parity/**/*.parity.ts'],
    environment: 'node',
    // Each has a Python with both frameworks in it, which takes a gigabyte and computes on one core.
    maxWorkers: 2,
    isolate: false,
    testTimeout: 300_000
  }
})
