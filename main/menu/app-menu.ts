import { Menu } from 'electron'
import { menuTemplate, type MenuActions, type MenuState } from './template'

/** Milliseconds after a change until the menu follows it. */
const soon = 50

/** Keeps the menu as the window in front and the recent files have it; gives what says that something has changed. */
export function keepMenu(state: () => MenuState, actions: MenuActions): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let shown = ''
  const build = (): void => {
    timer = null
    const now = state()
    const text = JSON.stringify(now)
    if (text === shown) return
    shown = text
    // Words of items can't be changed: the menu is built anew.
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(now, actions)))
  }
  build()
  return () => {
    timer ??= setTimeout(build, soon)
  }
}
