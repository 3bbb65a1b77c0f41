import type { Result } from '../../shared/result'
import { untilIdle, type Training } from './training'
import type { Updater } from './updater'

/** What is told to a person who has asked for updates by the menu. */
export type UpdateNote =
  | { readonly kind: 'newest'; readonly version: string }
  | { readonly kind: 'downloading'; readonly version: string }
  /** It is there, and waits for the end of a training. */
  | { readonly kind: 'after-training'; readonly version: string }
  /** This copy does not update itself. */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'failed'; readonly why: string }

export interface Ask {
  tell(note: UpdateNote): void
  restart(version: string, installsOnQuit: boolean): Promise<'now' | 'later'>
}

export interface Surroundings {
  /** Loads the updater when it is first needed; `null` where this copy does not update itself. */
  readonly loadUpdater: () => Promise<Updater | null>
  readonly settings: { checkForUpdates(): boolean }
  readonly training: Training
  readonly ask: Ask
  /** Saves or gives up what is unsaved in every window; false where the person wants to stay. */
  readonly mayQuit: () => Promise<boolean>
  readonly log: (words: string) => void
}

export interface Updates {
  /** Looks for a new version by itself: soon after the start, and every day. */
  start(): void
  stop(): void
  /** Looks for a new version because a person asked, and tells them of every outcome. */
  check(): Promise<void>
}

export const afterStart = 30_000
export const everyDay = 24 * 60 * 60 * 1000

/**
 * When the app looks for a new version, downloads it and restarts. It never does so while a training runs, never
 * restarts without a yes, and is silent about failures unless a person asked.
 */
export function createUpdates(surroundings: Surroundings): Updates {
  const { settings, training, ask, mayQuit, log } = surroundings
  let timers: readonly NodeJS.Timeout[] = []
  let loading: Promise<Updater | null> | null = null
  let going: Promise<void> | null = null
  /** What is going on, for a person who asks meanwhile; `null` while the feed has not answered. */
  let news: UpdateNote | null = null
  let downloaded: string | null = null
  let isAsked = false

  const note = (happened: UpdateNote): void => {
    news = happened
    log(inWords(happened))
  }
  const tell = (happened: UpdateNote): void => {
    note(happened)
    if (isAsked) ask.tell(happened)
  }

  /** A download that a training interrupts is begun anew when that has ended. */
  const download = async (updater: Updater, version: string): Promise<Result<null, string> | 'unwanted'> => {
    for (;;) {
      if (training.isRunning()) {
        note({ kind: 'after-training', version })
        await untilIdle(training)
      }
      note({ kind: 'downloading', version })
      if (!isAsked && !settings.checkForUpdates()) return 'unwanted'
      const stop = new AbortController()
      const end = training.watch(isRunning => {
        if (isRunning) stop.abort()
      })
      const outcome = await updater.download(stop.signal)
      end()
      if (outcome.ok || !stop.signal.aborted) return outcome
    }
  }

  const offer = async (updater: Updater, version: string): Promise<void> => {
    for (;;) {
      if (training.isRunning()) {
        tell({ kind: 'after-training', version })
        await untilIdle(training)
      }
      // From here on the question itself is what a person sees who asks.
      news = null
      if ((await ask.restart(version, updater.installsOnQuit)) === 'later') return
      // One has begun since the question was asked: it is asked again when that has ended.
      if (training.isRunning()) continue
      if (await mayQuit()) updater.restart()
      return
    }
  }

  const look = async (): Promise<UpdateNote | null> => {
    loading ??= surroundings.loadUpdater()
    const updater = await loading
    if (updater === null) return { kind: 'unavailable' }
    if (downloaded === null) {
      const found = await updater.check()
      if (!found.ok) return { kind: 'failed', why: found.error }
      if (found.value === null) return { kind: 'newest', version: updater.version }
      const { version } = found.value
      if (isAsked) ask.tell({ kind: training.isRunning() ? 'after-training' : 'downloading', version })
      const outcome = await download(updater, version)
      if (outcome === 'unwanted') return null
      if (!outcome.ok) return { kind: 'failed', why: outcome.error }
      downloaded = version
    }
    await offer(updater, downloaded)
    return null
  }

  const run = (): Promise<void> => {
    going ??= look()
      .catch((reason: unknown): UpdateNote => {
        loading = null
        return { kind: 'failed', why: String(reason) }
      })
      .then(outcome => {
        if (outcome !== null) tell(outcome)
        going = null
        news = null
        isAsked = false
      })
    return going
  }

  const byItself = async (): Promise<void> => {
    // What waits for the next start or for the end of the app has been asked about once.
    if (!settings.checkForUpdates() || downloaded !== null || going !== null) return
    await untilIdle(training)
    if (settings.checkForUpdates()) await run()
  }

  return {
    start: () => {
      timers = [setTimeout(() => void byItself(), afterStart), setInterval(() => void byItself(), everyDay)]
    },
    stop: () => {
      timers.forEach(clearTimeout)
      timers = []
    },
    check: () => {
      isAsked = true
      if (going !== null && news !== null) ask.tell(news)
      return run()
    }
  }
}

function inWords(note: UpdateNote): string {
  switch (note.kind) {
    case 'newest':
      return `updates: ${note.version} is the newest version`
    case 'downloading':
      return `updates: ${note.version} is being downloaded`
    case 'after-training':
      return `updates: ${note.version} waits for the end of a training`
    case 'unavailable':
      return 'updates: this copy does not update itself'
    case 'failed':
      return `updates: ${note.why}`
  }
}
