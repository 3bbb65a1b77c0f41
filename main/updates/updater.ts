import type { Result } from '../../shared/result'

export interface NewVersion {
  readonly version: string
}

/** What brings a new version here. Nothing is downloaded or installed but by these calls. */
export interface Updater {
  /** The version that runs. */
  readonly version: string
  /** Whether a version that was downloaded is installed when the app quits; else only by `restart`. */
  readonly installsOnQuit: boolean
  /** The newest version of the feed, whose signature holds; `null` where it is the one that runs. */
  check(): Promise<Result<NewVersion | null, string>>
  /** Downloads what `check` found last. Gives up when `stop` is aborted. */
  download(stop: AbortSignal): Promise<Result<null, string>>
  /** Quits, installs what was downloaded, and starts it. */
  restart(): void
}
