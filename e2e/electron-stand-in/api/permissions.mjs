/**
 * What pages may do. Electron asks the app whenever a page wants something; Chromium alone is told beforehand, so the
 * app is asked for all of it when a page opens. Without a handler all is allowed, as in Electron.
 */

/** @typedef {import('./web-contents.mjs').WebContents} WebContents */
/** @typedef {Parameters<Electron.Session['setPermissionRequestHandler']>[0]} RequestHandler */
/** @typedef {Parameters<Electron.Session['setPermissionCheckHandler']>[0]} CheckHandler */
/** @typedef {Parameters<NonNullable<RequestHandler>>[1] & Parameters<NonNullable<CheckHandler>>[1]} Permission */

/** What the app decides by. */
export const permissionHandlers = {
  /** @type {RequestHandler} */
  request: null,
  /** @type {CheckHandler} */
  check: null,
  /** @type {Parameters<Electron.Session['setDevicePermissionHandler']>[0]} */
  device: null,
  /** @type {Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0]} */
  displayMedia: null
}

/** Electron's names, and Chromium's. @type {readonly (readonly [Permission, { name: string, sysex?: boolean }, ('audio' | 'video')?])[]} */
const permissions = [
  ['clipboard-read', { name: 'clipboard-read' }],
  ['clipboard-sanitized-write', { name: 'clipboard-write' }],
  ['geolocation', { name: 'geolocation' }],
  ['idle-detection', { name: 'idle-detection' }],
  ['media', { name: 'camera' }, 'video'],
  ['media', { name: 'microphone' }, 'audio'],
  ['midi', { name: 'midi' }],
  ['midiSysex', { name: 'midi', sysex: true }],
  ['notifications', { name: 'notifications' }],
  ['window-management', { name: 'window-management' }]
]

/** @param {WebContents} contents @param {Permission} permission @param {'audio' | 'video'} [mediaType] */
async function isGranted(contents, permission, mediaType) {
  const { request, check } = permissionHandlers
  const { url, origin } = contents.mainFrame
  const sender = /** @type {never} */ (contents)
  const media = mediaType === undefined ? {} : { mediaType, mediaTypes: [mediaType] }
  const details = {
    requestingUrl: url,
    securityOrigin: origin,
    embeddingOrigin: origin,
    isMainFrame: true,
    ...media
  }
  if (check && !check(sender, permission, origin, details)) return false
  return request ? new Promise(resolve => request(sender, permission, resolve, details)) : true
}

/**
 * @param {import('../chromium/connection.mjs').Session} browser @param {WebContents} contents whose page has just opened
 */
export async function grantPermissions(browser, contents) {
  const { origin } = new URL(contents.chromiumUrl)
  if (origin === 'null') return
  for (const [permission, descriptor, mediaType] of permissions) {
    const setting = (await isGranted(contents, permission, mediaType)) ? 'granted' : 'denied'
    await browser.send('Browser.setPermission', { permission: descriptor, setting, origin })
  }
}
