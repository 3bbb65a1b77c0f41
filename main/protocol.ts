import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { SCHEME } from './addresses'
import { contentType } from './serve/content-type.mjs'
import { fileFor } from './serve/file-for.mjs'
import { securityHeaders } from './serve/security-headers.mjs'

/** To be called before the app is ready, as Electron wants it. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true }
    }
  ])
}

/** Answers requests for the app's own pages out of `folder`, and for nothing else. */
export function servePages(folder: string): void {
  protocol.handle(SCHEME, async request => {
    const { host, pathname } = new URL(request.url)
    if (host !== 'blockprop') return refusal(404, 'There is no such host.')
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refusal(405, 'Only GET and HEAD are answered.')
    const file = fileFor(folder, pathname)
    if (file === undefined) return refusal(404, 'There is no such file.')
    try {
      const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(file))
      return new Response(body, { headers: { ...securityHeaders, 'Content-Type': contentType(file) } })
    } catch {
      return refusal(404, 'There is no such file.')
    }
  })
}

function refusal(status: number, why: string): Response {
  return new Response(why, { status, headers: { ...securityHeaders, 'Content-Type': contentType('.txt') } })
}
