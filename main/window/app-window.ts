import type { BrowserWindow } from 'electron'
import type { Beginning, EventOf } from '../../shared/ipc/answers'
import type { EventName } from '../../shared/ipc/names'
import type { WindowFace } from '../../shared/ipc/payloads'

/** A window with what main knows of it. */
export interface AppWindow {
  /** Also the name of its journal. */
  readonly id: string
  readonly browser: BrowserWindow
  /** What it has told of itself last. */
  face: WindowFace
  /** What its page begins with when it is loaded next. */
  beginning: Pick<Beginning, 'open' | 'recover' | 'command'>
  /** Whether its page has begun, and so hears events. */
  begun: boolean
  /** Whether a page stands in it that tells of a crash: its work waits in the journal. */
  crashed: boolean
}

/** Nothing: the start screen. */
export const blankBeginning: AppWindow['beginning'] = { open: null, recover: null, command: null }

export const blankFace: WindowFace = {
  name: '',
  edited: false,
  file: null,
  training: false,
  screen: 'home',
  enabled: [],
  checked: [],
  titles: {}
}

/** Whether it shows nothing that a person would miss. */
export function isBlank({ face }: AppWindow): boolean {
  return face.screen === 'home' && !face.edited && !face.training
}

export function tell<Name extends EventName>({ browser }: AppWindow, name: Name, value: EventOf<Name>): void {
  if (!browser.isDestroyed()) browser.webContents.send(name, value)
}
