import { createDesktopHost } from './desktop'
import type { Host } from './host'
import { webHost } from './web'

/** The surroundings that the app runs in: Electron, whose preload has left its bridge, or a browser. */
export const host: Host =
  'blockprop' in globalThis && globalThis.blockprop !== undefined
    ? await createDesktopHost(globalThis.blockprop)
    : webHost
