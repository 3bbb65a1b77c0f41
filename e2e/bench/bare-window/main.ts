import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, BrowserWindow, net, protocol } from 'electron'

protocol.registerSchemesAsPrivileged([{ scheme: 'bare', privileges: { standard: true, secure: true } }])

/** The least that electron-vite starts people with: one window, one page, by a scheme as Electron advises. */
void app.whenReady().then(() => {
  const pages = join(import.meta.dirname, '../renderer')
  protocol.handle('bare', ({ url }) => net.fetch(pathToFileURL(join(pages, new URL(url).pathname)).href))
  const window = new BrowserWindow({ width: 1440, height: 900, show: false })
  window.once('ready-to-show', () => window.show())
  void window.loadURL('bare://window/index.html')
})
