import type { Host } from './host'
import { webHost } from './web'

/** The surroundings that the app runs in; the web is the only one so far. */
export const host: Host = webHost
