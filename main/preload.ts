import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from '../shared/ipc/bridge'
import { EVENTS, REQUESTS } from '../shared/ipc/names'

const requests: ReadonlySet<string> = new Set(REQUESTS)
const events: ReadonlySet<string> = new Set(EVENTS)

const bridge: Bridge = {
  request: (name, payload) =>
    requests.has(name)
      ? ipcRenderer.invoke(name, payload)
      : Promise.reject(new Error(`There is no request “${name}”.`)),
  on: (name, listener) => {
    if (!events.has(name)) throw new Error(`There is no event “${name}”.`)
    // The event object of Electron stays here: it would hand out the sender.
    const pass = (_event: unknown, value: unknown): void => listener(value)
    ipcRenderer.on(name, pass)
    return () => ipcRenderer.off(name, pass)
  },
  pathOf: file => webUtils.getPathForFile(file)
}

contextBridge.exposeInMainWorld('blockprop', bridge)
