import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Against real Keras and PyTorch. One worker without isolation: its files share one Python process. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['e2e/parity/**/*.parity.ts'],
    environment: 'node',
    maxWorkers: 1,
    fileParallelism: false,
    isolate: false,
    testTimeout: 300_000
  }
})
