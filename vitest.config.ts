import { defineConfig } from 'vitest/config'
import { tfjsModules } from './vitest.shared.ts'

export default defineConfig({
  resolve: { alias: tfjsModules },
  test: {
    include: ['shared/**/*.test.ts', 'main/**/*.test.ts', 'renderer/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    server: { deps: { inline: [/@tensorflow\//] } }
  }
})
