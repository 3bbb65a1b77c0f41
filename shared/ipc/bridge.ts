import type { EventName, RequestName } from './names'

/** What the preload puts into a page, as `window.blockprop`. */
export interface Bridge {
  /** Asks the main process, which checks name and payload before it does anything. */
  request(name: RequestName, payload: unknown): Promise<unknown>
  /** Hears what the main process tells; gives the way to stop. */
  on(name: EventName, listener: (value: unknown) => void): () => void
  /** Where a file lies that was dropped on the window. */
  pathOf(file: File): string
}

declare global {
  interface Window {
    /** Absent in a browser. */
    readonly blockprop?: Bridge
  }
}
