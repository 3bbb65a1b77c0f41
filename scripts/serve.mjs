import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * The first three make the page cross-origin isolated, for SharedArrayBuffer and exact timers. React Flow, CodeMirror
 * and uPlot place things by style attributes and style elements, hence `'unsafe-inline'` for styles alone;
 * `'wasm-unsafe-eval'` compiles WebAssembly and allows no eval.
 */
export const securityHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer'
}

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2'
}

/**
 * The file that a request's path names, or undefined where it leaves the folder, names a hidden file or can't be read.
 * @param {string} folder
 * @param {string} path as it stands in the request
 */
export function fileFor(folder, path) {
  let decoded
  try {
    decoded = decodeURIComponent(path.split(/[?#]/, 1)[0] ?? '')
  } catch {
    return undefined
  }
  if (!decoded.startsWith('/') || /[\0\\:]|\/\./.test(decoded)) return undefined
  const file = resolve(folder, `.${decoded.endsWith('/') ? `${decoded}index.html` : decoded}`)
  return file.startsWith(resolve(folder) + sep) ? file : undefined
}

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
    response.writeHead(status, { ...securityHeaders, 'Content-Type': types['.txt'], ...headers })
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
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
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
