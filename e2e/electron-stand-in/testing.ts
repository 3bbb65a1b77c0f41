import { at } from '../../scripts/paths.mjs'
import { test as desktop } from '../fixtures/desktop'
import { standIn } from '../fixtures/desktop-host'

/** The testing app on the stand-in, also where Electron is present. */
export const test = desktop.extend({
  desktopFolder: at('e2e', 'electron-stand-in', 'testing-app'),
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names in the pattern.
  desktopHost: [async ({}, use) => use(await standIn()), { scope: 'worker' }]
})

/** What the page has of the preload. */
export interface ExposedHost {
  readonly version: string
  readonly argument: string
  invoke(channel: string, ...args: unknown[]): Promise<unknown>
  send(channel: string, ...args: unknown[]): void
  pathOf(file: File): string
  twice(callback: (n: number) => number): number
  fails(): void
}

declare global {
  interface Window {
    readonly host: ExposedHost
  }
  /** Of the testing app's main process: what it was told. */
  var seen: unknown[][]
}

export { expect } from '../fixtures/desktop'
