/** `net`: files and the app's own schemes. There is no network. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { record } from '../record.mjs'
import { handlers } from '../schemes.mjs'
import { strict } from '../strict.mjs'

/** @param {Request} request */
async function fetchFile({ url }) {
  try {
    return new Response(new Uint8Array(await readFile(fileURLToPath(url))))
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
