import { join } from 'node:path'
import { app, clipboard, dialog, nativeTheme, shell } from 'electron'
import type { CommandId } from '../shared/commands/commands'
import { settingOf, type SettingId, type SettingValue } from '../shared/settings/settings'
import { strings } from '../shared/strings/strings'
import { crashQuery } from '../shared/crash/news'
import { PAGES } from './addresses'
import { catchErrors } from './catch-errors'
import { watchForCrashes } from './crash'
import { appDetails } from './details'
import { filesToOpen } from './files-to-open'
import { appHandlers } from './ipc/app'
import { fileHandlers } from './ipc/files'
import { journalHandlers } from './ipc/journal'
import { recentHandlers } from './ipc/recent'
import { register } from './ipc/register'
import { settingHandlers } from './ipc/settings'
import { windowHandlers } from './ipc/windows'
import { createLeftWork } from './left-work'
import { openLog } from './log'
import { keepMenu } from './menu/app-menu'
import { offerTextMenu } from './menu/context-menu'
import { createOpening } from './opening'
import { keepAwake } from './power'
import { servePages } from './protocol'
import { guardPages, guardSession } from './security/guard'
import { openStorage } from './storage/open-storage'
import { createTrainings } from './trainings'
import { askByDialog } from './updates/ask-by-dialog'
import { loadElectronUpdater } from './updates/electron-updater'
import { createUpdates } from './updates/updates'
import { blankBeginning, tell, type AppWindow } from './window/app-window'
import { createClosing } from './window/closing'
import { createWindows, raise } from './window/windows'

const isMac = process.platform === 'darwin'
const platform = isMac ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux'

/** Everything that the main process does, put together. */
export function startApp(): void {
  const log = openLog({ folder: app.getPath('logs'), terminal: !app.isPackaged })
  catchErrors({
    log,
    tell: () => {
      dialog.showErrorBox(strings.desktop.mainFault, strings.desktop.mainFaultDetail)
    }
  })
  const refused = (what: string): void => log.warn(`refused: ${what}`)

  const storage = openStorage({
    folder: app.getPath('userData'),
    home: app.getPath('home'),
    warn: trouble => log.warn(`storage: ${trouble.kind}`)
  })
  const { settings, files, exports, recent, journals, places } = storage
  const setting = <Id extends SettingId>(id: Id): SettingValue<Id> => settingOf(id, settings.values()[id])

  if (setting('graphics') === 'off') app.disableHardwareAcceleration()
  if (setting('graphics') === 'high-performance') app.commandLine.appendSwitch('force_high_performance_gpu')
  const showTheme = (): void => {
    nativeTheme.themeSource = setting('theme')
  }
  showTheme()

  const leftWork = createLeftWork(journals)
  const closing = createClosing()
  let followChange = (): void => {}
  const windows = createWindows({
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
    isMac,
    places,
    closing,
    pathOf: file => files.pathOf(file),
    changed: () => followChange(),
    opened: window => follow(window),
    closed: ({ id }) => void journals.of(id).end()
  })
  let setPrepared = (): void => {}
  const prepared = new Promise<void>(done => (setPrepared = done))
  const opening = createOpening(files, windows, prepared)
  const openAll = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) await opening.open(path)
  }
  // Read while Chromium makes ready.
  const begun = openAll(filesToOpen(process.argv, process.cwd()))
  const trainings = createTrainings(() => windows.all())
  keepAwake(trainings)

  const updates = createUpdates({
    loadUpdater: () =>
      loadElectronUpdater({
        isPackaged: app.isPackaged,
        version: app.getVersion(),
        resources: process.resourcesPath,
        app: app.getAppPath(),
        log: log.info
      }),
    settings: { checkForUpdates: () => setting('checkForUpdates') === 'on' },
    training: trainings,
    ask: askByDialog(dialog),
    mayQuit: () => windows.closeAll(),
    log: log.info
  })

  const restartApp = async (): Promise<void> => {
    if (!(await windows.closeAll())) return
    app.relaunch()
    app.quit()
  }

  const details = (): Promise<string> => appDetails({ app, readSetting: key => settings.values()[key], log })

  /** In the window in front, or in a new one where there is none. */
  const command = (id: CommandId): void => {
    const front = windows.front()
    if (id === 'newWindow') windows.open()
    else if (front) tell(front, 'command', id)
    else windows.open({ ...blankBeginning, command: id })
  }

  const follow = (window: AppWindow): void => {
    offerTextMenu(window.browser)
    const restart = async (): Promise<void> => {
      windows.restart(window, { ...blankBeginning, recover: await leftWork.take(window) })
    }
    watchForCrashes(window.browser, {
      showCrashPage: reason => {
        window.crashed = true
        // What it has told last is no longer so; its work waits in the journal, and is not asked about.
        windows.show(window, { ...window.face, edited: false, training: false, enabled: [] })
        void leftWork.keptAt(window).then(kept => {
          if (window.browser.isDestroyed()) return
          window.browser.loadURL(PAGES.crash + crashQuery({ reason, kept })).catch(() => {})
        })
      },
      restart: () => void restart(),
      log,
      dialog
    })
  }

  register(
    {
      ...windowHandlers({
        windows,
        closing,
        platform,
        version: app.getVersion(),
        settings: () => ({ settings: settings.values(), settingsNote: settings.takeNote() }),
        workOf: leftWork.take
      }),
      ...fileHandlers({ files, exports, opening }),
      ...journalHandlers(journals, files),
      ...recentHandlers({
        recent,
        pathOf: file => files.pathOf(file),
        addToSystem: path => app.addRecentDocument(path),
        changed: () => {
          for (const window of windows.all()) tell(window, 'recent', null)
          followChange()
        }
      }),
      ...settingHandlers({
        settings,
        windows,
        changed: key => {
          if (key === 'theme') showTheme()
        }
      }),
      ...appHandlers({
        details,
        report: (message, stack) => log.error(message, stack),
        checkForUpdates: () => void updates.check(),
        restart: () => void restartApp()
      })
    },
    { windowOf: contents => windows.of(contents), refused }
  )

  guardPages(refused)

  // Files that a Mac hands over before the app is ready wait here.
  let early: string[] | null = []
  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (early) early.push(path)
    else void opening.open(path)
  })
  app.on('second-instance', (_event, argv, folder) => {
    const named = filesToOpen(argv, folder)
    void openAll(named)
    const front = windows.front()
    if (named.length > 0) return
    if (front) raise(front)
    else windows.open()
  })
  app.on('activate', () => {
    if (windows.all().length === 0) windows.open()
  })
  app.on('window-all-closed', () => {
    if (!isMac) app.quit()
  })
  let flushed = false
  app.on('before-quit', event => {
    if (windows.all().length === 0) return
    event.preventDefault()
    void windows.closeAll().then(closed => {
      if (closed) app.quit()
    })
  })
  app.on('will-quit', event => {
    if (flushed) return
    event.preventDefault()
    updates.stop()
    void storage.flush().finally(() => {
      flushed = true
      app.quit()
    })
  })

  void app.whenReady().then(async () => {
    servePages(join(import.meta.dirname, '../renderer'))
    guardSession(refused)
    const changed = keepMenu(
      () => ({
        isMac,
        isDevelopment: !app.isPackaged,
        face: windows.front()?.face ?? null,
        recent: recent.list()
      }),
      {
        command,
        openRecent: ({ file }) => {
          const path = files.pathOf(file)
          if (path !== null) void opening.open(path)
        },
        clearRecent: () => {
          recent.clear()
          app.clearRecentDocuments()
          for (const window of windows.all()) tell(window, 'recent', null)
          followChange()
        },
        checkForUpdates: () => void updates.check(),
        showLogs: () => void shell.openPath(app.getPath('logs')),
        copyDetails: () => void details().then(text => clipboard.writeText(text))
      }
    )
    followChange = () => {
      trainings.look()
      changed()
    }
    setPrepared()
    await begun
    const handedOver = early ?? []
    early = null
    await openAll(handedOver)
    if (windows.all().length === 0) windows.open()
    updates.start()
    log.info(`started: ${app.getVersion()}`)
  })
}
