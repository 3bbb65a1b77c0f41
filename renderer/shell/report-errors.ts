import { safeStack, safeText } from '../about/details'
import type { Host } from '../host/host'

/** As much as the main process takes. */
const most = { message: 2_000, stack: 20_000 }

/** An error that comes back with every frame would fill the log. */
const mostReports = 100

/** From here on what goes wrong in the window goes into the log, where the host has one. */
export function reportErrors({ report }: Pick<Host, 'report'>): () => void {
  if (!report) return () => {}
  let left = mostReports
  const tell = (reason: unknown): void => {
    if (left-- <= 0) return
    const error = reason instanceof Error ? reason : new Error(String(reason))
    // An error of drawing tells in which component, its cause in which line.
    const origin = error.cause instanceof Error ? error.cause : error
    report(safeText(error.message).slice(0, most.message), safeStack(origin).slice(0, most.stack))
  }
  const failed = ({ error, message }: ErrorEvent): void => tell(error ?? message)
  const rejected = ({ reason }: PromiseRejectionEvent): void => tell(reason)
  window.addEventListener('error', failed)
  window.addEventListener('unhandledrejection', rejected)
  return () => {
    window.removeEventListener('error', failed)
    window.removeEventListener('unhandledrejection', rejected)
  }
}
