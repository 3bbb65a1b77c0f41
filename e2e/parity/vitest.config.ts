import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { tfjsModules } from '../../vitest.shared.ts'

/** Against real Keras and PyTorch. One worker without isolation: its files share one Python process. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  resolve: { alias: tfjsModules },
  test: {
    include: ['e2e/parity/**/*.parity.ts'],
    environment: 'node',
    maxWorkers: 1,
    fileParallelism: false,
    isolate: false,
    testTimeout: 120_000,
    server: { deps: { inline: [/@tensorflow\//] } }
  }
})
