/**
 * npm run test:faults
 * What takes long and is seldom changed: every fault of a disk at every call, a process and the whole app killed at
 * hundreds of random moments, tens of thousands of damaged files, thousands of wrong payloads, files as large as they
 * come. Each prints its counts. BLOCKPROP_KILLS says how often the app is killed, BLOCKPROP_SEED what is random.
 */
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { tool } from './process.mjs'
import { ensureDependencies, requireNode } from './setup.mjs'

/** @type {readonly (readonly [string, readonly string[]])[]} */
const parts = [
  ['vitest/vitest.mjs', ['run', 'fuzz.test', 'bounds.test', 'faults.test', 'journals.kills.test']],
  ['@playwright/test/cli.js', ['test', '--config', 'e2e/desktop/playwright.config.ts', 'payloads', 'kill']]
]

/** @returns {Promise<number>} */
async function main() {
  const dependencies = await ensureDependencies()
  const browser = await ensureBrowser()
  const desktop = await ensureBuilt('desktop')
  for (const step of [dependencies, browser, desktop]) {
    if (step.ok) continue
    console.error(step.why)
    return 1
  }
  const { BLOCKPROP_KILLS = '500' } = process.env
  const env = {
    BLOCKPROP_FULL: '1',
    BLOCKPROP_KILLS,
    ...(browser.ok && { BLOCKPROP_CHROMIUM: browser.path })
  }
  let failed = 0
  for (const [program, args] of parts) {
    const { code } = await tool(program, args, { output: 'inherit', env })
    if (code !== 0) failed++
  }
  return failed === 0 ? 0 : 1
}

requireNode()
process.exitCode = await main()
