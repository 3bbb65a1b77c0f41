import { defineConfig } from 'vitest/config'

// tfjs is left to Node's own require, which loads its bundles in a third of the time: all of its packages or none,
// since a bundled tfjs-layers carries a tfjs-core of its own, which knows nothing of what is registered elsewhere.
export default defineConfig({
  test: {
    include: ['{shared,main,renderer,scripts}/**/*.test.ts', 'e2e/fixtures/*.test.ts'],
    environment: 'node',
    setupFiles: ['vitest.setup.ts'],
    // What is read as text is read as it is.
    css: { include: /\?raw$/ },
    testTimeout: process.env['BLOCKPROP_FULL'] === '1' ? 300_000 : 30_000
  }
})
