import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Looks at what `npm run package` has made in out/package. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['e2e/package/**/*.package.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 60_000
  }
})
