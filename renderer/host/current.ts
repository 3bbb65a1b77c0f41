import { createDesktopHost } from './desktop'
import type { Host } from './host'
import { webHost } from './web'

// Tests in Node have no window.
const bridge = typeof window === 'undefined' ? undefined : window.blockprop

/** The surroundings that the app runs in: Electron, whose preload has left its bridge, or a browser. */
export const host: Host = bridge === undefined ? webHost : await createDesktopHost(bridge)
