import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { at, root } from './paths.mjs'
import { serve } from './serve.mjs'

// Always the same where it is free: what the browser keeps for us belongs to the address.
const firstPort = 4173
const mark = createHash('sha256').update(root).digest('hex').slice(0, 16)

/** @param {number} port */
async function isOurs(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(2_000)
    })
    return answer.headers.get('x-blockprop') === mark
  } catch {
    return false
  }
}

/** @returns {Promise<{ url: string, close?: () => Promise<void>, note: string }>} */
async function serveOnFreePort() {
  for (let port = firstPort; port < firstPort + 20; port++) {
    try {
      const server = await serve({ folder: at('out', 'web'), port, mark })
      return { ...server, note: port === firstPort ? '' : ` (port ${firstPort} is taken by another program)` }
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error
      if (await isOurs(port)) return { url: `http://127.0.0.1:${port}/`, note: ' (it was running already)' }
    }
  }
  throw new Error(`No port from ${firstPort} to ${firstPort + 19} is free.`)
}

/** @param {string} url */
function openBrowser(url) {
  const { CI, BLOCKPROP_NO_OPEN, DISPLAY, WAYLAND_DISPLAY } = process.env
  if (CI || BLOCKPROP_NO_OPEN) return
  const isHeadless = process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY
  if (isHeadless) return
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd.exe', '/c', 'start', '', url]
        : ['xdg-open', url]
  spawn(/** @type {string} */ (command), args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}

/** Serves the built web edition on this machine alone until Ctrl+C, and opens it in the browser. */
export async function openWebEdition() {
  const { url, close, note } = await serveOnFreePort()
  console.log(`Blockprop is at ${url}${note}${close === undefined ? '' : ' – Ctrl+C stops it'}`)
  openBrowser(url)
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => void close?.().then(() => process.exit(0)))
  }
}
