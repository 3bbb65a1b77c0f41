import { securityHeaders } from '../main/serve/security-headers.mjs'

/**
 * The file `_headers` by which static hosts (Netlify, Cloudflare Pages and others) send what `npm start` does.
 * @returns {string}
 */
export function headersFile() {
  /** @param {string} paths @param {Readonly<Record<string, string>>} headers */
  const rule = (paths, headers) =>
    [paths, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n')
  return [
    rule('/*', securityHeaders),
    rule('/assets/*', { 'Cache-Control': 'public, max-age=31536000, immutable' }),
    rule('/service-worker.js', { 'Cache-Control': 'no-cache' })
  ].join('\n')
}
