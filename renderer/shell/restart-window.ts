import { host } from '../host/current'
import { keepAll } from '../store/keep-all'

let restarting = false

/** Whether the window is loaded anew, with all its work kept: then nobody needs to be asked. */
export function isRestarting(): boolean {
  return restarting
}

/** Loads the window anew. Its work comes back from the journal: by itself on the desktop, else offered at the start. */
export async function restartWindow(): Promise<void> {
  restarting = await keepAll()
  if (host.desktop) host.desktop.restart()
  else location.reload()
}
