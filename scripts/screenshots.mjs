/** `npm run screenshots`: walks through all states of the web edition and writes docs/screenshots/STATE-THEME-WIDTH.png. */
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { tool } from './process.mjs'
import { ensureDependencies, requireNode } from './setup.mjs'

async function main() {
  const dependencies = await ensureDependencies()
  if (!dependencies.ok) return dependencies
  const browser = await ensureBrowser()
  if (!browser.ok) return browser
  const web = await ensureBuilt('web')
  if (!web.ok) return web
  const { code } = await tool(
    '@playwright/test/cli.js',
    ['test', '--config', 'e2e/screenshots/playwright.config.ts'],
    { output: 'inherit', env: { BLOCKPROP_CHROMIUM: browser.path } }
  )
  return code === 0 ? { ok: true } : { ok: false, why: 'The pictures could not be taken.' }
}

requireNode()
const done = await main()
if (!done.ok) console.error(done.why)
process.exitCode = done.ok ? 0 : 1
