import type { MenuItemConstructorOptions } from 'electron'
import { COMMANDS, keysOf, type CommandId } from '../../shared/commands/commands'
import type { RecentEntry } from '../../shared/ipc/answers'
import type { WindowFace } from '../../shared/ipc/payloads'
import { strings } from '../../shared/strings/strings'
import { toElectron } from './accelerator'

const words = strings.menus

type Item = MenuItemConstructorOptions

/** What is done when an item is chosen that is no command of a window. */
export interface MenuActions {
  readonly command: (id: CommandId) => void
  readonly openRecent: (entry: RecentEntry) => void
  readonly clearRecent: () => void
  readonly checkForUpdates: () => void
  readonly showLogs: () => void
  readonly copyDetails: () => void
}

export interface MenuState {
  readonly isMac: boolean
  readonly isDevelopment: boolean
  /** Of the window in front; `null` where there is none, as can be on a Mac. */
  readonly face: WindowFace | null
  readonly recent: readonly RecentEntry[]
}

/** What works without a window: it opens one. A new window is main's own matter, and works always. */
const always: ReadonlySet<CommandId> = new Set<CommandId>(['newDocument', 'newWindow', 'openDocument'])

/** Commands with a mark that tells whether they are on. */
const marked: ReadonlySet<CommandId> = new Set<CommandId>([
  'togglePalette',
  'toggleInspector',
  'toggleDock',
  'toggleThumbnails',
  'lightTheme',
  'darkTheme',
  'systemTheme'
])

/** Not in the menu: a key or a button is all that they are. */
export const withoutItem: ReadonlySet<CommandId> = new Set<CommandId>(['nextTheme', 'deselect'])

/** The whole menu, as Electron builds it. Every item of a command has the command's id. */
export function menuTemplate(
  { isMac, isDevelopment, face, recent }: MenuState,
  actions: MenuActions
): Item[] {
  const command = (id: CommandId): Item => {
    const [key] = keysOf(id, 'desktop')
    return {
      id,
      label: face?.titles[id] ?? COMMANDS[id].label,
      enabled: id === 'newWindow' || (face === null ? always.has(id) : face.enabled.includes(id)),
      click: () => actions.command(id),
      ...(marked.has(id) && { type: 'checkbox' as const, checked: face?.checked.includes(id) ?? false }),
      // The page hears the key itself, where a field of text may want it; on a Mac the system insists on showing it.
      ...(key !== undefined && { accelerator: toElectron(key), registerAccelerator: false })
    }
  }
  const line: Item = { type: 'separator' }

  const recentMenu: Item[] =
    recent.length === 0
      ? [{ id: 'no-recent', label: words.noRecent, enabled: false }]
      : [
          ...recent.map((entry): Item => ({
            id: `recent-${entry.id}`,
            label: entry.name,
            sublabel: entry.folder,
            click: () => actions.openRecent(entry)
          })),
          line,
          { id: 'clear-recent', label: words.clearRecent, click: actions.clearRecent }
        ]

  const about: Item[] = [command('showAbout')]
  const updates: Item = {
    id: 'check-for-updates',
    label: words.checkForUpdates,
    click: actions.checkForUpdates
  }

  const appMenu: Item = {
    label: words.app,
    submenu: [
      ...about,
      updates,
      line,
      command('showSettings'),
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' }
    ]
  }

  const file: Item = {
    label: words.file,
    submenu: [
      command('newDocument'),
      command('newWindow'),
      command('openDocument'),
      { id: 'open-recent', label: words.openRecent, submenu: recentMenu },
      line,
      command('saveDocument'),
      command('saveDocumentAs'),
      command('revertDocument'),
      line,
      {
        label: words.export,
        submenu: [
          command('exportFolder'),
          command('exportZip'),
          command('exportNotebook'),
          command('exportScript'),
          line,
          command('showDiagram'),
          command('exportDiagramSvg'),
          command('exportDiagramPng')
        ]
      },
      line,
      command('goHome'),
      { role: 'close', label: words.closeWindow },
      ...(isMac ? [] : [line, { role: 'quit', label: words.quit } satisfies Item])
    ]
  }

  const edit: Item = {
    label: words.edit,
    submenu: [
      command('undo'),
      command('redo'),
      line,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      command('deleteSelection'),
      command('selectAll'),
      line,
      command('rename'),
      command('copyCode'),
      command('copyDiagram'),
      ...(isMac ? [] : [line, command('showSettings')])
    ]
  }

  const canvas: Item = {
    label: words.canvas,
    submenu: [
      command('findBlock'),
      command('addHere'),
      command('connectBlocks'),
      command('openBlock'),
      line,
      command('fixProblem'),
      command('nextProblem'),
      command('previousProblem'),
      line,
      command('tidyUp'),
      command('toggleThumbnails')
    ]
  }

  const training: Item = {
    label: words.training,
    submenu: [
      command('train'),
      command('pauseTraining'),
      command('resumeTraining'),
      command('stepTraining'),
      command('stopTraining'),
      line,
      command('resetTraining')
    ]
  }

  const view: Item = {
    label: words.view,
    submenu: [
      command('showCommands'),
      line,
      command('showTrain'),
      command('showData'),
      command('showCode'),
      command('showTry'),
      command('showRuns'),
      line,
      {
        label: words.panels,
        submenu: [
          command('togglePalette'),
          command('toggleInspector'),
          command('toggleDock'),
          line,
          command('nextPanel'),
          command('previousPanel')
        ]
      },
      {
        label: words.theme,
        submenu: [command('systemTheme'), command('lightTheme'), command('darkTheme')]
      },
      line,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      line,
      { role: 'togglefullscreen' },
      ...(isDevelopment ? [line, { role: 'toggleDevTools' } satisfies Item] : [])
    ]
  }

  const window: Item = {
    label: words.window,
    role: 'window',
    submenu: isMac
      ? [{ role: 'minimize' }, { role: 'zoom' }, line, { role: 'front' }]
      : [{ role: 'minimize' }, { role: 'close', label: words.closeWindow }]
  }

  const help: Item = {
    label: words.help,
    role: 'help',
    submenu: [
      command('showShortcuts'),
      line,
      { id: 'show-logs', label: words.showLogs, click: actions.showLogs },
      { id: 'copy-details', label: words.copyDetails, click: actions.copyDetails },
      ...(isMac ? [] : [line, updates, ...about])
    ]
  }

  return [...(isMac ? [appMenu] : []), file, edit, canvas, training, view, window, help]
}
