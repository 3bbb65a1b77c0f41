import { expect, test } from './testing'

/** What the main process may not do, and in which words it is refused. */
const refusals: readonly (readonly [string, string])[] = [
  ['electron.autoUpdater', 'electron.autoUpdater is not implemented'],
  ['electron.app.moveToApplicationsFolder()', 'app.moveToApplicationsFolder is not implemented'],
  ['electron.BrowserWindow.fromBrowserView', 'BrowserWindow.fromBrowserView is not implemented'],
  ['new electron.BrowserWindow().setKiosk', 'BrowserWindow.setKiosk is not implemented'],
  [
    "electron.app.on('new-window-for-tab', () => {})",
    "the event 'new-window-for-tab' of App is not implemented"
  ],
  ["electron.Menu.buildFromTemplate([{ role: 'shareMenu' }])", "the role 'shareMenu' of a menu item"],
  ["electron.session.fromPartition('persist:x')", 'session.fromPartition is not implemented'],
  ["electron.ipcMain.handle('echo', () => 1)", "Attempted to register a second handler for 'echo'"],
  ["electron.app.setPath('userData', '/tmp')", 'before app is ready'],
  ...(
    [
      'nodeIntegration: true',
      'contextIsolation: false',
      'sandbox: false',
      'webSecurity: false',
      'webviewTag: true',
      'allowRunningInsecureContent: true'
    ] as const
  ).map(
    preference =>
      [
        `new electron.BrowserWindow({ webPreferences: { ${preference} } })`,
        `webPreferences.${preference} is refused`
      ] as const
  )
]

test('what the stand-in lacks and what is not safe throws', async ({ desktop: { app } }) => {
  const words = await app.evaluate(
    (electron, codes) =>
      codes.map(code => {
        try {
          new Function('electron', `return ${code}`)(electron)
          return 'no error'
        } catch (error) {
          return error instanceof Error ? error.message : String(error)
        }
      }),
    refusals.map(([code]) => code)
  )
  for (const [index, [, message]] of refusals.entries()) expect(words[index]).toContain(message)
})
