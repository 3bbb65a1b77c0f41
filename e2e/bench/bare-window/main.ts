import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'

/** The least that electron-vite starts people with: one window, one page. */
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false })
  window.once('ready-to-show', () => window.show())
  void window.loadFile(join(import.meta.dirname, '../renderer/index.html'))
})
