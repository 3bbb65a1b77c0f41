import { host } from '../host/current'

/** Loads the window anew, with its work. A browser asks first where there is work that is kept nowhere. */
export function restartWindow(): void {
  if (host.desktop) host.desktop.restart()
  else location.reload()
}
