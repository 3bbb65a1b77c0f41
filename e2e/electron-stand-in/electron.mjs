#!/usr/bin/env node
/**
 * Stands in for Electron's binary: `electron.mjs [switches] <folder or script of the app> [arguments]`. Playwright's
 * `_electron.launch({ executablePath })` drives it unchanged. See README.md beside it.
 */
import { open } from 'node:inspector'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from './api/app.mjs'
import { startChromium } from './chromium/chromium.mjs'
import { Targets } from './chromium/targets.mjs'
import { refuseDownloads } from './downloads.mjs'
import { launch, switchValue } from './launch/command-line.mjs'
import { installElectronModule } from './launch/electron-module.mjs'
import { serveNetwork } from './network.mjs'
import { record } from './record.mjs'

function pretendToBeElectron() {
  Object.defineProperty(process.versions, 'electron', { value: launch.electronVersion, enumerable: true })
  Object.assign(process, {
    type: 'browser',
    resourcesPath: dirname(launch.appPath),
    argv: [launch.executable, ...launch.args],
    ...(launch.isPackaged ? {} : { defaultApp: true })
  })
  installElectronModule()
}

/** In Electron a rejection that nobody handles is told, and the app goes on. @param {unknown} reason */
function onUnhandledRejection(reason) {
  record.complaints.push(`Unhandled rejection: ${String(reason)}`)
  console.error('(node) UnhandledPromiseRejectionWarning:', reason)
}

async function start() {
  const headed = process.env.BLOCKPROP_STANDIN_HEADED === '1'
  const chromium = await startChromium({ profile: app.getPath('sessionData'), headed })
  const { browser } = chromium.connection
  const targets = new Targets(chromium.connection)
  await Promise.all([serveNetwork(browser), targets.watch(), refuseDownloads(browser)])
  Object.defineProperty(process.versions, 'chrome', { value: chromium.version, enumerable: true })
  if (switchValue('remote-debugging-port') !== undefined)
    process.stderr.write(`DevTools listening on ${chromium.url}\n`)
  app.becomeReady(chromium, targets)
}

// Node makes these when they are first used, which is not the moment to be halted in by a debugger.
void [globalThis.performance, globalThis.Response, globalThis.Request, globalThis.fetch]
pretendToBeElectron()
process.on('unhandledRejection', onUnhandledRejection)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => app.exit(0))
// Prints "Debugger listening on ws://…", which Playwright waits for.
if (switchValue('inspect') !== undefined) open(0, '127.0.0.1')
try {
  await import(pathToFileURL(launch.main).href)
  await start()
} catch (error) {
  console.error('App threw an error during load\n', error)
  process.exit(1)
}
