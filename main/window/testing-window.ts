import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import type { WindowFace } from '../../shared/ipc/payloads'
import { blankBeginning, blankFace, type AppWindow } from './app-window'

/** A window without Electron, for tests: it notes what its page is sent. */
export function testingWindow(face: Partial<WindowFace> = {}) {
  const sent: (readonly [string, unknown])[] = []
  const webContents = Object.assign(new EventEmitter(), {
    send: (name: string, value: unknown) => sent.push([name, value])
  })
  const browser = {
    webContents,
    shown: 0,
    isDestroyed: () => false,
    isMinimized: () => false,
    focus() {},
    show() {
      this.shown++
    }
  }
  const window: AppWindow = {
    id: 'a',
    browser: browser as unknown as BrowserWindow,
    face: { ...blankFace, ...face },
    beginning: blankBeginning,
    begun: true,
    crashed: false
  }
  return { window, sent, browser }
}
