import { existsSync, readFileSync } from 'node:fs'

/** The scripts that a browser must have before it can paint: those that the page itself names. */
function firstScripts() {
  const page = 'out/web/index.html'
  if (!existsSync(page)) return [page]
  const found = readFileSync(page, 'utf8').matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)
  return [...found].map(([, path]) => `out/web/${path}`)
}

export default [
  { name: 'JavaScript before the first paint', path: firstScripts(), gzip: true, limit: '350 kB' }
]
