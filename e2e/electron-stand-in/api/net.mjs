/** `net`: files and the app's own schemes. There is no network. */
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { record } from '../record.mjs'
import { handlers } from '../schemes.mjs'
import { strict } from '../strict.mjs'

/** By the end of a file's name, as Chromium has them. @type {Readonly<Record<string, string>>} */
const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2'
}

/** @param {Request} request */
async function fetchFile({ url }) {
  const path = fileURLToPath(url)
  const type = types[extname(path)]
  try {
    const headers = type === undefined ? {} : { 'content-type': type }
    return new Response(new Uint8Array(await readFile(path)), { headers })
  } catch {
    throw new Error('net::ERR_FILE_NOT_FOUND')
  }
}

export const net = strict('net', {
  /** @param {string | Request} input @param {RequestInit & { bypassCustomProtocolHandlers?: boolean }} [init] */
  async fetch(input, init) {
    const request = new Request(input, init)
    const scheme = new URL(request.url).protocol.slice(0, -1)
    if (scheme === 'file') return fetchFile(request)
    const handler = init?.bypassCustomProtocolHandlers === true ? undefined : handlers.get(scheme)
    if (handler) return handler(request)
    record.blocked.push(request.url)
    throw new Error('net::ERR_INTERNET_DISCONNECTED')
  },
  isOnline: () => false,
  online: false
})
