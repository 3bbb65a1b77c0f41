import type { EventName, RequestName } from './names'

/** What the preload gives to the page as `window.blockprop`; nothing else of Electron gets there. */
export interface Bridge {
  /** Rejects where main refuses the payload or the page; what can fail otherwise is in the answer. */
  request(name: RequestName, payload: unknown): Promise<unknown>
  /** Gives what ends the listening. */
  on(name: EventName, listener: (value: unknown) => void): () => void
  /** Where a file lies that was dropped on the page; empty where it lies nowhere. */
  pathOf(file: File): string
}
