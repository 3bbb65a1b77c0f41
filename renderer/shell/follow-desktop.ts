import { COMMANDS, type CommandId } from '../../shared/commands/commands'
import { commands, runCommand } from '../commands/registry'
import type { Desktop, Face } from '../host/desktop-shell'
import { host } from '../host/current'
import { useDocument } from '../store/document'
import { isAtRisk, openRead, saveToDisk } from '../store/files'
import { useLayout } from '../store/layout'
import { recoverWork } from '../store/recovery'
import { notify, useSession } from '../store/session'
import { useThumbnails } from '../store/thumbnails'
import { isBusy, useTraining } from '../store/training'
import { useTheme } from '../ui/theme'
import { strings } from '../../shared/strings/strings'

const ids = Object.keys(COMMANDS) as readonly CommandId[]
const stores = [useDocument, useSession, useTraining, useLayout, useTheme, useThumbnails]

/** Milliseconds after a change until the menu and the title follow it. */
const soon = 100

/** Joins the window to the desktop: menu, title, closing, and files that are opened from outside. */
export function followDesktop(): void {
  const { desktop } = host
  if (!desktop) return
  desktop.listen({
    command: run,
    open: openRead,
    saveBeforeClosing: () => saveToDisk('where-it-was')
  })
  tellWhatIsShown(desktop)
  if (desktop.note !== null)
    notify({ kind: 'info', title: strings.files.settingsDamaged, text: desktop.note })
  if (desktop.open) openRead(desktop.open)
  if (desktop.recover !== null) void recoverWork(desktop.recover)
  if (desktop.command !== null) runCommand(desktop.command)
}

/** A command of the menu. In a field of text the keys of editing are the field's. */
function run(id: CommandId): void {
  const field = window.document.activeElement
  const editing = textCommands[id]
  // The browser's own commands are the one way to a field's history; nothing has come in their place.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (editing !== undefined && isText(field)) window.document.execCommand(editing)
  else runCommand(id)
}

const textCommands: Partial<Record<CommandId, string>> = {
  undo: 'undo',
  redo: 'redo',
  selectAll: 'selectAll',
  deleteSelection: 'delete'
}

function isText(element: Element | null): boolean {
  return element instanceof HTMLElement && (element.isContentEditable || element.matches('input, textarea'))
}

/**
 * Tells main what the window shows, where something is different: that there is something to lose at once, since the
 * window may be closed next, and all else a moment later.
 */
function tellWhatIsShown(desktop: Desktop): void {
  let told = ''
  let risk = ''
  let timer: ReturnType<typeof setTimeout> | null = null
  const tell = (): void => {
    timer = null
    const face = faceOfWindow()
    const now = JSON.stringify(face)
    if (now === told) return
    told = now
    desktop.show(face)
  }
  const changed = (): void => {
    const now = `${isAtRisk()} ${isBusy(useTraining.getState().run)}`
    if (now === risk) timer ??= setTimeout(tell, soon)
    else {
      risk = now
      if (timer !== null) clearTimeout(timer)
      tell()
    }
  }
  for (const store of stores) store.subscribe(changed)
  tell()
}

function faceOfWindow(): Face {
  const { screen, file } = useSession.getState()
  const enabled = ids.filter(id => commands[id].enabled())
  return {
    name: useDocument.getState().document.name,
    edited: isAtRisk(),
    file: file?.handle ?? null,
    training: isBusy(useTraining.getState().run),
    screen,
    enabled,
    checked: ids.filter(id => commands[id].checked?.() === true),
    titles: Object.fromEntries(
      enabled.flatMap(id => {
        const title = commands[id].title?.()
        return title === undefined ? [] : [[id, title]]
      })
    )
  }
}
