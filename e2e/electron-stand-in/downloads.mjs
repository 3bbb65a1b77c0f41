/** Downloads: the app is told, and nothing is written. */
import { isAllowed } from './event.mjs'
import { session } from './api/session.mjs'
import { windowList } from './api/window-list.mjs'
import { fromPage } from './schemes.mjs'
import { strict } from './strict.mjs'

/** @param {import('./chromium/connection.mjs').Session} browser */
export async function refuseDownloads(browser) {
  browser.on('Browser.downloadWillBegin', ({ frameId, url, suggestedFilename }) => {
    const contents = windowList.all().find(window => window.webContents.hasFrame(frameId))?.webContents
    const item = strict('downloadItem', {
      getURL: () => fromPage(url),
      getFilename: () => suggestedFilename,
      cancel: () => {}
    })
    isAllowed(session.defaultSession, 'will-download', {}, item, contents)
  })
  await browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
}
