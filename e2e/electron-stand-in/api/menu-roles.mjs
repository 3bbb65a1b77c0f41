/** What the roles of menu items are called and do, by their names in lower case. */
import { app } from './app.mjs'

/** @typedef {import('./browser-window.mjs').BrowserWindow} Window */
/**
 * @typedef {object} Role
 * @property {string} label
 * @property {string} [accelerator]
 * @property {boolean} [registerAccelerator]
 * @property {'normal' | 'separator' | 'checkbox'} [type]
 * @property {(window: Window | null) => void} [run]
 * @property {readonly import('./menu.mjs').Template[]} [submenu]
 */

/** @param {string} label @param {string} accelerator @param {'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'pasteAndMatchStyle' | 'selectAll'} method @returns {Role} */
const edit = (label, accelerator, method) => ({
  label,
  accelerator,
  registerAccelerator: false,
  run: window => window?.webContents[method]()
})

/** @param {Window | null} window @param {number} step */
function zoom(window, step) {
  const contents = window?.webContents
  if (contents) contents.zoomLevel = step === 0 ? 0 : contents.zoomLevel + step
}

/** @type {Readonly<Record<string, Role>>} */
export const roles = {
  undo: edit('Undo', 'CommandOrControl+Z', 'undo'),
  redo: edit('Redo', 'Shift+CommandOrControl+Z', 'redo'),
  cut: edit('Cut', 'CommandOrControl+X', 'cut'),
  copy: edit('Copy', 'CommandOrControl+C', 'copy'),
  paste: edit('Paste', 'CommandOrControl+V', 'paste'),
  pasteandmatchstyle: edit('Paste and Match Style', 'Shift+CommandOrControl+V', 'pasteAndMatchStyle'),
  selectall: edit('Select All', 'CommandOrControl+A', 'selectAll'),
  delete: { label: 'Delete', run: window => window?.webContents.delete() },
  about: { label: 'About', run: () => app.showAboutPanel() },
  close: { label: 'Close Window', accelerator: 'CommandOrControl+W', run: window => window?.close() },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M', run: window => window?.minimize() },
  zoom: { label: 'Zoom', run: window => window?.maximize() },
  front: { label: 'Bring All to Front' },
  quit: { label: 'Quit', accelerator: 'CommandOrControl+Q', run: () => app.quit() },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', run: window => window?.reload() },
  forcereload: {
    label: 'Force Reload',
    accelerator: 'Shift+CmdOrCtrl+R',
    run: window => window?.webContents.reloadIgnoringCache()
  },
  toggledevtools: {
    label: 'Toggle Developer Tools',
    accelerator: 'Ctrl+Shift+I',
    run: window => window?.webContents.toggleDevTools()
  },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: 'F11',
    run: window => window?.setFullScreen(!window.isFullScreen())
  },
  resetzoom: { label: 'Actual Size', accelerator: 'CommandOrControl+0', run: window => zoom(window, 0) },
  zoomin: { label: 'Zoom In', accelerator: 'CommandOrControl+Plus', run: window => zoom(window, 0.5) },
  zoomout: { label: 'Zoom Out', accelerator: 'CommandOrControl+-', run: window => zoom(window, -0.5) },
  // Of macOS, which do nothing here.
  hide: { label: 'Hide', accelerator: 'Command+H' },
  hideothers: { label: 'Hide Others', accelerator: 'Command+Alt+H' },
  unhide: { label: 'Show All' },
  services: { label: 'Services', submenu: [] },
  recentdocuments: { label: 'Open Recent', submenu: [] },
  clearrecentdocuments: { label: 'Clear Recent', run: () => app.clearRecentDocuments() },
  help: { label: 'Help', submenu: [] },
  window: { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close' }] },
  windowmenu: { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close' }] },
  editmenu: {
    label: 'Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'delete' },
      { type: 'separator' },
      { role: 'selectAll' }
    ]
  },
  filemenu: { label: 'File', submenu: [{ role: 'quit' }] },
  appmenu: { label: 'Electron', submenu: [{ role: 'about' }, { role: 'quit' }] },
  viewmenu: {
    label: 'View',
    submenu: [
      { role: 'reload' },
      { role: 'forceReload' },
      { role: 'toggleDevTools' },
      { type: 'separator' },
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' }
    ]
  }
}
