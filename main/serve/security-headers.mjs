/**
 * The headers of every answer: of `npm start`, of the desktop app's own protocol, of the service worker, and in
 * `_headers` for static hosts.
 *
 * The first three make the page cross-origin isolated, for SharedArrayBuffer and exact timers. React Flow, CodeMirror
 * and uPlot place things by style attributes and style elements, hence `'unsafe-inline'` for styles alone;
 * `'wasm-unsafe-eval'` compiles WebAssembly and allows no eval.
 * @type {Readonly<Record<string, string>>}
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
