import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { AnswerOf } from '../../shared/ipc/answers'
import { REQUESTS, type RequestName } from '../../shared/ipc/names'
import { payloads, type Payloads } from '../../shared/ipc/payloads'
import { isOwnPage } from '../addresses'
import type { AppWindow } from '../window/app-window'

/** What answers a request of a window; the payload has been checked, and so has the sender. */
export type Handler<Name extends RequestName> = (
  payload: Payloads[Name],
  from: AppWindow
) => AnswerOf<Name> | Promise<AnswerOf<Name>>

export type Handlers<Names extends RequestName = RequestName> = { readonly [Name in Names]: Handler<Name> }

interface Gate {
  /** The window that a page belongs to, if it is one of ours. */
  readonly windowOf: (senderId: number) => AppWindow | undefined
  /** Told what was refused, without what it carried. */
  readonly refused: (what: string) => void
}

/** Listens to all requests. This is the only file that may import `ipcMain`. */
export function register(handlers: Handlers, gate: Gate): void {
  const listenTo = <Name extends RequestName>(name: Name, all: Handlers<Name>): void =>
    listen(name, all[name], gate)
  for (const name of REQUESTS) listenTo(name, handlers)
}

function listen<Name extends RequestName>(name: Name, handler: Handler<Name>, gate: Gate): void {
  const refuse = (why: string): never => {
    gate.refused(`the request “${name}”: ${why}`)
    throw new TypeError(`refused: ${why}`)
  }
  ipcMain.handle(name, async (event, raw: unknown, ...more: unknown[]) => {
    const from = gate.windowOf(event.sender.id)
    if (!from || !isFromOwnPage(event)) return refuse('it came from no page of Blockprop')
    if (more.length > 0) return refuse('it carried more than one value')
    const parsed = payloads[name].safeParse(raw)
    if (!parsed.success) return refuse('it carried something else than it should')
    // The schema under this name gives exactly this type; the compiler can't follow an index that is generic.
    return handler(parsed.data as Payloads[Name], from)
  })
}

/** The page itself, no frame in it, and at an address of ours. */
function isFromOwnPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url)
}
