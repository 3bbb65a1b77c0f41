import type { BrowserWindow, Dialog, RenderProcessGoneDetails } from 'electron'
import type { CrashReason } from '../shared/crash/news'
import { strings } from '../shared/strings/strings'
import type { Log } from './log'

const words = strings.crash

/** Milliseconds that a window may stay silent before the person is asked. */
const patience = 10_000

/** So many crashes within so many milliseconds are a loop: a page that is shown by itself would be the next. */
const loop = { crashes: 3, within: 60_000 }

interface CrashWatch {
  /** Loads the crash page into the window, in place of what has crashed. */
  readonly showCrashPage: (reason: CrashReason) => void
  /** Loads the window anew, with its work. */
  readonly restart: () => void
  readonly log: Pick<Log, 'error' | 'warn' | 'info'>
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  readonly now?: () => number
}

/** From here on a window whose page dies or hangs is told so, and can be had back. */
export function watchForCrashes(window: BrowserWindow, watch: CrashWatch): void {
  const { webContents } = window
  watchForDeath(window, watch, watchForSilence(window, watch))
  webContents.on('preload-error', (_event, _path, error) => watch.log.error('the preload has failed', error))
}

/** `isMeant` says whether the process was ended on purpose, and forgets it. */
function watchForDeath(window: BrowserWindow, watch: CrashWatch, isMeant: () => boolean): void {
  const { showCrashPage, restart, log, now = Date.now } = watch
  let crashes: readonly number[] = []
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error(`the process of a window is gone: ${details.reason}, ${details.exitCode}`)
    if (window.isDestroyed()) return
    if (isMeant()) {
      restart()
      return
    }
    const reason = crashReasonOf(details)
    if (reason === null) return
    crashes = recentCrashes(crashes, now())
    if (isLoop(crashes)) void askAfterLoop(window, watch)
    else showCrashPage(reason)
  })
}

/** `null`: it has ended as it should. */
export function crashReasonOf({ reason }: Pick<RenderProcessGoneDetails, 'reason'>): CrashReason | null {
  switch (reason) {
    case 'clean-exit':
      return null
    case 'oom':
    case 'memory-eviction':
      return 'memory'
    case 'killed':
      return 'killed'
    case 'launch-failed':
    case 'integrity-failure':
      return 'failed'
    case 'crashed':
    case 'abnormal-exit':
      return 'crashed'
  }
}

/** The crashes that count, with the one of now. */
export function recentCrashes(before: readonly number[], now: number): readonly number[] {
  return [...before.filter(time => now - time < loop.within), now]
}

export function isLoop(recent: readonly number[]): boolean {
  return recent.length >= loop.crashes
}

async function askAfterLoop(window: BrowserWindow, { restart, dialog }: CrashWatch): Promise<void> {
  const { message, detail, restart: again, close } = words.again
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message,
    detail,
    buttons: [again, close],
    defaultId: 0,
    cancelId: 1,
    noLink: true
  })
  if (window.isDestroyed()) return
  if (response === 0) restart()
  else window.destroy()
}

/** Asks about a window that does not answer; gives whether its process was then ended, once. */
function watchForSilence(window: BrowserWindow, { log, dialog }: CrashWatch): () => boolean {
  let timer: ReturnType<typeof setTimeout> | null = null
  let question: AbortController | null = null
  let ended = false

  const calm = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    // The question is withdrawn where it has answered itself.
    question?.abort()
    question = null
  }
  const wait = (): void => {
    timer ??= setTimeout(() => void ask(), patience)
  }
  const ask = async (): Promise<void> => {
    timer = null
    if (window.isDestroyed()) return
    const asked = new AbortController()
    question = asked
    const { message, detail, wait: waits, restart } = words.hanging
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message,
      detail,
      buttons: [waits, restart],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: asked.signal
    })
    if (asked.signal.aborted || window.isDestroyed()) return
    question = null
    if (response === 0) {
      wait()
      return
    }
    ended = true
    window.webContents.forcefullyCrashRenderer()
  }

  window.on('unresponsive', () => {
    log.warn('a window does not answer')
    if (question === null) wait()
  })
  window.on('responsive', () => {
    log.info('a window answers again')
    calm()
  })
  window.on('closed', calm)
  window.webContents.on('render-process-gone', calm)
  return () => {
    const was = ended
    ended = false
    return was
  }
}
