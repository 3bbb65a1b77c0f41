import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { contentType } from '../main/serve/content-type.mjs'
import { fileFor } from '../main/serve/file-for.mjs'
import { securityHeaders } from '../main/serve/security-headers.mjs'

/**
 * Whether the Host header names this machine: a foreign name that was rebound to 127.0.0.1 is refused.
 * @param {string | undefined} host
 */
export const isLocalHost = host =>
  host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(host)

/**
 * @param {string} folder
 * @param {string} mark answered in the header X-Blockprop, by which `npm start` knows its own server
 * @returns {import('node:http').RequestListener}
 */
const handler = (folder, mark) => async (request, response) => {
  /** @param {number} status @param {string} text @param {Record<string, string>} [headers] */
  const refuse = (status, text, headers = {}) => {
    response.writeHead(status, { ...securityHeaders, 'Content-Type': contentType('.txt'), ...headers })
    response.end(request.method === 'HEAD' ? undefined : `${text}\n`)
  }
  if (!isLocalHost(request.headers.host)) return refuse(403, 'This server answers to localhost alone.')
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(405, 'Only GET and HEAD are answered.', { Allow: 'GET, HEAD' })
  }
  const file = fileFor(folder, request.url ?? '')
  const found = file === undefined ? undefined : await stat(file).catch(() => undefined)
  if (file === undefined || found === undefined || !found.isFile())
    return refuse(404, 'There is no such file.')

  const isHashed = file.startsWith(resolve(folder, 'assets') + sep)
  response.writeHead(200, {
    ...securityHeaders,
    'Content-Type': contentType(file),
    'Content-Length': found.size,
    'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'X-Blockprop': mark
  })
  if (request.method === 'HEAD') return response.end()
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response)
}

/**
 * Serves a folder's files on this machine's loopback address.
 * @param {{ folder: string, port: number, mark?: string }} options port 0 takes a free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} rejects with EADDRINUSE where the port is taken
 */
export function serve({ folder, port, mark = '' }) {
  const server = createServer(handler(folder, mark))
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const actual = typeof address === 'object' && address !== null ? address.port : port
      const close = () =>
        /** @type {Promise<void>} */ (
          new Promise(closed => {
            server.close(() => closed())
            server.closeAllConnections()
          })
        )
      done({ url: `http://127.0.0.1:${actual}/`, close })
    })
  })
}

// node scripts/serve.mjs FOLDER PORT
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder = 'out/web', port = '4173'] = process.argv.slice(2)
  const { url } = await serve({ folder: resolve(folder), port: Number(port) })
  console.log(url)
}
