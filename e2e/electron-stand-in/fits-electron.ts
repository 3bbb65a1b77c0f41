/**
 * The compiler's proof that the stand-in invents nothing: every member of what it offers is one of Electron's, and of
 * its type. Named are those that are its own, and those that give another object of the stand-in, which has fewer
 * members than Electron's.
 */
import type * as Electron from 'electron'
import type { electron } from './api/electron.mjs'

type Ours = typeof electron
type Real = typeof Electron

/** Typed event by event in Electron; the stand-in looks at their names when it runs. */
type Listening =
  | `${'add' | 'remove' | 'prepend' | 'prependOnce'}Listener`
  | 'on'
  | 'once'
  | 'off'
  | 'removeAllListeners'
  | 'setMaxListeners'

/** The members of A that B lacks or has otherwise. */
type Wrong<A, B, Known extends string = never> = Exclude<
  { [K in keyof A & string]: K extends keyof B ? (A[K] extends B[K] ? never : K) : K }[keyof A & string],
  Known | Listening
>

type Nothing<W extends never> = W
type Contents = ReturnType<Ours['webContents']['getAllWebContents']>[number]
type OwnOfApp = 'chromium' | 'targets' | 'becomeReady' | 'stayOpen' | 'onWindowClosed'
type OwnOfContents =
  'allowsNavigation' | 'applyTheme' | 'chromiumUrl' | 'destroy' | 'hasFrame' | 'resize' | 'targetId'
type OwnOfTheme = 'isPlain' | 'scheme' | 'setSystemDark' | 'watchers'

export type Fits = [
  Nothing<Exclude<keyof Ours, keyof Real | '__standin'>>,
  Nothing<Wrong<Ours['app'], Electron.App, OwnOfApp>>,
  Nothing<Wrong<Ours['app']['commandLine'], Electron.CommandLine>>,
  Nothing<Wrong<InstanceType<Ours['BrowserWindow']>, Electron.BrowserWindow, 'onReshaped' | 'webContents'>>,
  Nothing<
    Wrong<Contents, Electron.WebContents, OwnOfContents | 'capturePage' | 'ipc' | 'mainFrame' | 'session'>
  >,
  Nothing<Wrong<Contents['mainFrame'], Electron.WebFrameMain>>,
  Nothing<Exclude<keyof Ours['webContents'], keyof Real['webContents']>>,
  Nothing<Wrong<Ours['clipboard'], Electron.Clipboard, 'read' | 'write'>>,
  Nothing<Wrong<Ours['crashReporter'], Electron.CrashReporter>>,
  Nothing<Wrong<Ours['dialog'], Electron.Dialog>>,
  Nothing<Wrong<Ours['ipcMain'], Electron.IpcMain, 'handle' | 'handleOnce' | 'handlerOf'>>,
  Nothing<Exclude<keyof InstanceType<Ours['Menu']>, keyof Electron.Menu | 'groupOf'>>,
  Nothing<Exclude<keyof InstanceType<Ours['MenuItem']>, keyof Electron.MenuItem>>,
  Nothing<Exclude<keyof Ours['nativeImage'], keyof Real['nativeImage']>>,
  Nothing<Wrong<Ours['nativeTheme'], Electron.NativeTheme, OwnOfTheme>>,
  Nothing<Wrong<Ours['net'], Electron.Net>>,
  Nothing<Wrong<InstanceType<Ours['Notification']>, Electron.Notification>>,
  Nothing<Wrong<Ours['powerMonitor'], Electron.PowerMonitor>>,
  Nothing<Wrong<Ours['powerSaveBlocker'], Electron.PowerSaveBlocker>>,
  Nothing<Wrong<Ours['protocol'], Electron.Protocol>>,
  Nothing<Wrong<Ours['screen'], Electron.Screen, 'setDisplays'>>,
  Nothing<Wrong<Ours['session']['defaultSession'], Electron.Session, 'protocol' | 'webRequest'>>,
  Nothing<Wrong<Ours['session']['defaultSession']['webRequest'], Electron.WebRequest>>,
  Nothing<Wrong<Ours['shell'], Electron.Shell>>
]
