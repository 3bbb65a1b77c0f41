/** A small app that asks the stand-in for a bit of all; its specs look at what it gets. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol } from 'electron'

const folder = import.meta.dirname
const types = { html: 'text/html', js: 'text/javascript' }
const headers = {
  'Content-Security-Policy': "default-src 'self'; script-src 'self'; object-src 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin'
}

/** What the app saw, for the specs. @type {unknown[][]} */
const seen = []
Object.assign(globalThis, { seen })

/** @param {Request} request */
async function serve(request) {
  const { url, method } = request
  const { pathname } = new URL(url)
  if (pathname === '/echo')
    return Response.json({ url, method, origin: request.headers.get('origin'), text: await request.text() })
  const name = pathname === '/' ? 'index.html' : pathname.slice(1)
  const type = types[/** @type {keyof typeof types} */ (name.split('.').at(-1))]
  const body = await readFile(join(folder, 'page', name)).catch(() => undefined)
  if (body === undefined || type === undefined) return new Response('Not found', { status: 404, headers })
  return new Response(new Uint8Array(body), { headers: { ...headers, 'Content-Type': type } })
}

function openWindow() {
  const window = new BrowserWindow({
    width: 900,
    height: 700,
    title: 'Testing',
    webPreferences: { preload: join(folder, 'preload.cjs'), additionalArguments: ['--window=first'] }
  })
  const { webContents } = window
  webContents.setWindowOpenHandler(({ url }) => {
    seen.push(['window.open', url])
    return { action: 'deny' }
  })
  webContents.on('will-navigate', event => {
    seen.push(['will-navigate', event.url])
    event.preventDefault()
  })
  webContents.on('context-menu', (_event, params) => {
    seen.push(['context-menu', params.selectionText, params.isEditable, params.editFlags.canPaste])
    const label = `Shout “${params.selectionText}”`
    Menu.buildFromTemplate([{ label, click: item => seen.push(['shout', item.label]) }]).popup({ window })
  })
  webContents.on('render-process-gone', (_event, { reason }) => {
    seen.push(['render-process-gone', reason])
  })
  window.on('close', event => {
    if (window.isDocumentEdited()) event.preventDefault()
  })
  void window.loadURL('app://testing/')
  return window
}

if (!app.requestSingleInstanceLock()) app.exit(3)
app.on('second-instance', (_event, argv, cwd) => seen.push(['second-instance', argv.at(-1), cwd]))
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])

ipcMain.handle('sender', event => event.senderFrame?.origin)
ipcMain.handle('echo', (_event, value) => value)
ipcMain.handle('function', () => () => {})
ipcMain.handle('fail', () => {
  throw new TypeError('no such thing')
})
ipcMain.handle('open', async () => (await dialog.showOpenDialog({ title: 'Open' })).filePaths)
ipcMain.on('theme', (_event, /** @type {'dark'} */ theme) => (nativeTheme.themeSource = theme))

void app.whenReady().then(() => {
  protocol.handle('app', serve)
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: 'File',
        submenu: [
          { id: 'new', label: 'New window', accelerator: 'CmdOrCtrl+N', click: openWindow },
          { id: 'autosave', label: 'Autosave', type: 'checkbox', checked: true },
          { id: 'quit', role: 'quit' }
        ]
      },
      { role: 'editMenu' }
    ])
  )
  openWindow()
})
app.on('window-all-closed', () => app.quit())
