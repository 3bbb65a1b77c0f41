import { at } from '../../scripts/paths.mjs'
import { test as desktop } from '../fixtures/desktop'
import { standIn } from '../fixtures/desktop-host'

/** The testing app on the stand-in, also where Electron is present. */
export const test = desktop.extend({
  desktopFolder: at('e2e', 'electron-stand-in', 'testing-app'),
  desktopHost: [async ({}, use) => use(await standIn()), { scope: 'worker' }]
})

/** What the page has of the preload. */
export interface ExposedHost {
  readonly version: string
  readonly argument: string
  readonly invoke: (channel: string, ...args: unknown[]) => Promise<unknown>
  readonly send: (channel: string, ...args: unknown[]) => void
  readonly pathOf: (file: File) => string
  readonly twice: (callback: (n: number) => number) => number
  readonly fails: () => void
}

declare global {
  interface Window {
    readonly host: ExposedHost
  }
  /** Of the testing app's main process: what it was told. */
  var seen: unknown[][]
}

export { expect } from '../fixtures/desktop'
