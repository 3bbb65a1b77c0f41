import type { Build } from './build'
import { createShell } from './shell'
import { TAKE_OVER } from './take-over'

declare const self: ServiceWorkerGlobalScope
declare const __BUILD__: Build

const shell = createShell(__BUILD__, {
  scope: self.registration.scope,
  caches: self.caches,
  fetch: request => self.fetch(request)
})

// A new version waits until no page of the old one is open, so that no page ever sees two.
self.addEventListener('install', event => event.waitUntil(shell.install()))

self.addEventListener('activate', event => {
  // The first page of all was loaded without us: it is ours from now on.
  event.waitUntil(shell.activate().then(() => self.clients.claim()))
})

self.addEventListener('fetch', event => {
  const answer = shell.answer(event.request)
  if (answer !== null) event.respondWith(answer)
})

self.addEventListener('message', event => {
  if (event.data === TAKE_OVER) event.waitUntil(takeOver())
})

/** Only where the page that asks is the only one: it loads itself anew when this is done. */
async function takeOver(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (pages.length <= 1) await self.skipWaiting()
}
