import { app, session, shell, type WebContents } from 'electron'
import { isOwnPage, mayOpenOutside } from '../addresses'

/** What a page may ask the system for: to be shown on the whole screen, as the menu does it. */
const permitted: ReadonlySet<string> = new Set(['fullscreen'])

/** Keeps every page where it is: no other address, no second page, no permission, no download, no embedded page. */
export function guardPages(refused: (what: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, refused))
}

function guard(contents: WebContents, refused: (what: string) => void): void {
  const stay = (event: { preventDefault(): void }, address: string): void => {
    if (isOwnPage(address)) return
    event.preventDefault()
    refused(`navigation to ${address}`)
  }
  contents.on('will-navigate', details => stay(details, details.url))
  contents.on('will-redirect', details => stay(details, details.url))
  contents.on('will-frame-navigate', details => stay(details, details.url))
  contents.on('will-attach-webview', event => {
    event.preventDefault()
    refused('a webview')
  })
  contents.setWindowOpenHandler(({ url }) => {
    if (!openOutside(url)) refused(`a window for ${url}`)
    return { action: 'deny' }
  })
}

/** Opens a link in the person's browser if it is one of those that may be; whether it is. */
export function openOutside(address: string): boolean {
  if (!mayOpenOutside(address)) return false
  void shell.openExternal(address)
  return true
}

/** To be called when the app is ready. */
export function guardSession(refused: (what: string) => void): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((contents, permission, answer) => {
    const may = permitted.has(permission) && isOwnPage(contents.getURL())
    if (!may) refused(`the permission “${permission}”`)
    answer(may)
  })
  defaultSession.setPermissionCheckHandler((_contents, permission) => permitted.has(permission))
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.on('will-download', event => {
    event.preventDefault()
    refused('a download')
  })
  // Spelling is checked by dictionaries that are downloaded; names of blocks are no prose.
  defaultSession.setSpellCheckerEnabled(false)
}
