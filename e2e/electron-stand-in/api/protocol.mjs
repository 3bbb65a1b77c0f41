/** `protocol`: the schemes that the app serves itself. */
import { handlers, privileged } from '../schemes.mjs'
import { strict } from '../strict.mjs'
import { app } from './app.mjs'

export const protocol = strict('protocol', {
  /** @param {Electron.CustomScheme[]} schemes */
  registerSchemesAsPrivileged(schemes) {
    if (app.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges = {} } of schemes) {
      if (privileges.bypassCSP)
        throw new Error('electron stand-in: a scheme that bypasses the CSP is refused')
      privileged.add(scheme)
    }
  },
  /** @param {string} scheme @param {import('../schemes.mjs').Handler} handler */
  handle(scheme, handler) {
    if (!app.isReady()) throw new Error('protocol.handle can only be used after app is ready')
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    handlers.set(scheme, handler)
  },
  /** @param {string} scheme */
  unhandle(scheme) {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
  },
  /** @param {string} scheme */
  isProtocolHandled: scheme => handlers.has(scheme)
})
