import { TAKE_OVER } from '../service-worker/take-over'
import { whenIdle } from '../ui/when-idle'

/**
 * Makes the web edition work without a network from its first visit on; not in the desktop app, nor while developing.
 * A new version is taken at the next start, or at once where nobody has touched the page yet and `mayReload`.
 */
export function keepOffline(mayReload: () => boolean): void {
  if (!import.meta.env.PROD || 'blockprop' in globalThis || !('serviceWorker' in navigator)) return
  let isTouched = false
  for (const gesture of ['pointerdown', 'keydown', 'drop'])
    addEventListener(gesture, () => (isTouched = true), { once: true, capture: true })
  // What is kept for the next time is fetched when this time has begun.
  whenIdle(() => void register(() => !isTouched && mayReload()))
}

async function register(mayReload: () => boolean): Promise<void> {
  const workers = navigator.serviceWorker
  // Where the browser forbids it, the app works as long as there is a network.
  const registration = await workers
    .register('./service-worker.js', { updateViaCache: 'none' })
    .catch(() => null)
  if (registration === null || workers.controller === null) return

  const offer = (worker: ServiceWorker): void => {
    if (!mayReload()) return
    workers.addEventListener('controllerchange', () => location.reload(), { once: true })
    worker.postMessage(TAKE_OVER)
  }
  if (registration.waiting) offer(registration.waiting)
  const follow = (): void => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') offer(worker)
    })
  }
  follow()
  registration.addEventListener('updatefound', follow)
}
