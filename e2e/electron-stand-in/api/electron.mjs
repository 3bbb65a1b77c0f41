/** The module `electron` of the main process. What is not here throws when it is asked for. */
import { record } from '../record.mjs'
import { fromPage, toPage } from '../schemes.mjs'
import { strict } from '../strict.mjs'
import { app } from './app.mjs'
import { BrowserWindow } from './browser-window.mjs'
import { clipboard, ClipboardItem } from './clipboard.mjs'
import { dialog } from './dialog.mjs'
import { filePaths } from './file-paths.mjs'
import { ipcMain } from './ipc-main.mjs'
import { Menu, MenuItem } from './menu.mjs'
import { nativeImage } from './native-image.mjs'
import { nativeTheme } from './native-theme.mjs'
import { net } from './net.mjs'
import { Notification } from './notification.mjs'
import { permissionHandlers } from './permissions.mjs'
import { powerMonitor, powerSaveBlocker } from './power.mjs'
import { protocol } from './protocol.mjs'
import { screen } from './screen.mjs'
import { session } from './session.mjs'
import { shell } from './shell.mjs'
import { windowList } from './window-list.mjs'

const contents = () => windowList.all().map(window => window.webContents)

const webContents = strict('webContents', {
  getAllWebContents: contents,
  getFocusedWebContents: () => windowList.focused()?.webContents ?? null,
  /** @param {number} id */
  fromId: id => contents().find(one => one.id === id),
  /** @param {import('./web-frame.mjs').MainFrame} frame */
  fromFrame: frame => contents().find(one => one.mainFrame === frame),
  /** @param {string} id */
  fromDevToolsTargetId: id => contents().find(one => one.targetId === id)
})

const crashReporter = strict('crashReporter', {
  start: () => {},
  addExtraParameter: () => {},
  removeExtraParameter: () => {},
  getUploadToServer: () => false,
  setUploadToServer: () => {}
})

/** For tests that need what only the stand-in has; they ask first whether they run on it. */
const standin = {
  record,
  fromPage,
  toPage,
  permissionHandlers,
  /** Gives a file that a test drops on a page a path. */
  setFilePath: filePaths.set,
  /** @param {boolean} isDark */
  setSystemDark: isDark => nativeTheme.setSystemDark(isDark),
  /** @param {Electron.Rectangle[]} bounds the first is the primary one */
  setDisplays: bounds => screen.setDisplays(bounds)
}

export const electron = strict('electron', {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  webContents,
  __standin: standin
})
