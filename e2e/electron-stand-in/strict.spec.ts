import type * as electronModule from 'electron'
import { expect, test } from './testing'

type Electron = typeof electronModule

/** What the main process may not do, and in which words it is refused. */
const refusals: readonly (readonly [message: string, attempt: (electron: Electron) => unknown])[] = [
  ['electron.autoUpdater is not implemented', ({ autoUpdater }) => autoUpdater],
  ['app.moveToApplicationsFolder is not implemented', ({ app }) => app.moveToApplicationsFolder()],
  ['Menu.prompt is not implemented', ({ Menu }) => Reflect.get(Menu, 'prompt') as unknown],
  ['BrowserWindow.setKiosk is not implemented', ({ BrowserWindow }) => new BrowserWindow().setKiosk(true)],
  [
    "the event 'new-window-for-tab' of App is not implemented",
    ({ app }) => app.on('new-window-for-tab', () => {})
  ],
  ["the role 'shareMenu' of a menu item", ({ Menu }) => Menu.buildFromTemplate([{ role: 'shareMenu' }])],
  ['session.fromPartition is not implemented', ({ session }) => session.fromPartition('persist:x')],
  ["Attempted to register a second handler for 'echo'", ({ ipcMain }) => ipcMain.handle('echo', () => 1)],
  ['before app is ready', ({ app }) => app.setPath('userData', '/tmp')],
  [
    'webPreferences.nodeIntegration: true is refused',
    ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { nodeIntegration: true } })
  ],
  [
    'webPreferences.contextIsolation: false is refused',
    ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { contextIsolation: false } })
  ],
  [
    'webPreferences.sandbox: false is refused',
    ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { sandbox: false } })
  ],
  [
    'webPreferences.webSecurity: false is refused',
    ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { webSecurity: false } })
  ],
  [
    'webPreferences.webviewTag: true is refused',
    ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { webviewTag: true } })
  ]
]

test('what the stand-in lacks and what is not safe throws', async ({ desktop: { app } }) => {
  for (const [message, attempt] of refusals) await expect(app.evaluate(attempt)).rejects.toThrow(message)
})
