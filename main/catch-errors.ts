import type { Log } from './log'

interface Errors {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (reason: unknown) => void): unknown
}

interface CatchOptions {
  readonly log: Pick<Log, 'error'>
  /** Tells the person, once: a fault in the main process may come back with every event. */
  readonly tell: () => void
  readonly source?: Errors
}

/** From here on an error that nobody has caught is logged, and ends nothing: there may be work in a window. */
export function catchErrors({ log, tell, source = process }: CatchOptions): void {
  let told = false
  source.on('uncaughtException', reason => {
    log.error('uncaught', reason)
    if (told) return
    told = true
    tell()
  })
  source.on('unhandledRejection', reason => log.error('unhandled rejection', reason))
}
