import { configDefaults, defineConfig } from 'vitest/config'

/** Tests of pure functions share one process: most of their time would go to loading the same modules again. */
const alike = ['{shared,scripts}/**/*.test.ts', 'e2e/fixtures/*.test.ts']

/** These have stores and stand-ins that are made once in a process, so each file has one of its own. */
const apart = ['{main,renderer}/**/*.test.ts']

// tfjs is left to Node's own require, which loads its bundles in a third of the time: all of its packages or none,
// since a bundled tfjs-layers carries a tfjs-core of its own, which knows nothing of what is registered elsewhere.
export default defineConfig({
  test: {
    environment: 'node',
    setupFiles: ['vitest.setup.ts'],
    // What is read as text is read as it is.
    css: { include: /\?raw$/ },
    testTimeout: process.env['BLOCKPROP_FULL'] === '1' ? 300_000 : 30_000,
    // Half of them wait for processes of their own, so every core has a worker.
    maxWorkers: '100%',
    exclude: configDefaults.exclude,
    projects: [
      { extends: true, test: { name: 'apart', include: apart } },
      { extends: true, test: { name: 'alike', include: alike, isolate: false } }
    ]
  }
})
