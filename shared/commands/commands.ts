import { strings } from '../strings/strings'
import type { Accelerator } from './accelerator'

/** In the order in which help lists them. */
export const COMMAND_GROUPS = ['file', 'edit', 'canvas', 'training', 'view'] as const
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

/** What menus, buttons, tooltips and help know of a command; what it does is for each process to say. */
export interface CommandFace {
  readonly label: string
  readonly group: CommandGroup
  /** The first is shown. */
  readonly keys: readonly Accelerator[]
  /** Keys that a browser keeps for itself, and a desktop app may have. */
  readonly desktopKeys?: readonly Accelerator[]
  /** Whether the keys work while a person types in a field. */
  readonly whileTyping?: boolean
}

const labels = strings.commands

export const COMMANDS = {
  goHome: { label: labels.goHome, group: 'file', keys: [] },
  newDocument: {
    label: labels.newDocument,
    group: 'file',
    keys: [],
    desktopKeys: ['Mod+N'],
    whileTyping: true
  },
  newWindow: {
    label: labels.newWindow,
    group: 'file',
    keys: [],
    desktopKeys: ['Mod+Shift+N'],
    whileTyping: true
  },
  openDocument: { label: labels.openDocument, group: 'file', keys: ['Mod+O'], whileTyping: true },
  saveDocument: { label: labels.saveDocument, group: 'file', keys: ['Mod+S'], whileTyping: true },
  saveDocumentAs: { label: labels.saveDocumentAs, group: 'file', keys: ['Mod+Shift+S'], whileTyping: true },
  revertDocument: { label: labels.revertDocument, group: 'file', keys: [] },
  exportFolder: { label: labels.exportFolder, group: 'file', keys: [] },
  exportZip: { label: labels.exportZip, group: 'file', keys: [] },
  exportNotebook: { label: labels.exportNotebook, group: 'file', keys: [] },
  exportScript: { label: labels.exportScript, group: 'file', keys: [] },
  copyCode: { label: labels.copyCode, group: 'file', keys: [] },
  showDiagram: { label: labels.showDiagram, group: 'file', keys: [] },
  exportDiagramSvg: { label: labels.exportDiagramSvg, group: 'file', keys: [] },
  exportDiagramPng: { label: labels.exportDiagramPng, group: 'file', keys: [] },
  copyDiagram: { label: labels.copyDiagram, group: 'edit', keys: [] },
  undo: { label: labels.undo, group: 'edit', keys: ['Mod+Z'] },
  redo: { label: labels.redo, group: 'edit', keys: ['Mod+Shift+Z', 'Mod+Y'] },
  deleteSelection: { label: labels.deleteSelection, group: 'edit', keys: ['Delete', 'Backspace'] },
  selectAll: { label: labels.selectAll, group: 'edit', keys: ['Mod+A'] },
  deselect: { label: labels.deselect, group: 'edit', keys: ['Escape'] },
  rename: { label: labels.rename, group: 'edit', keys: ['F2'] },
  findBlock: { label: labels.findBlock, group: 'canvas', keys: ['/'] },
  openBlock: { label: labels.openBlock, group: 'canvas', keys: [] },
  connectBlocks: { label: labels.connectBlocks, group: 'canvas', keys: ['C'] },
  addHere: { label: labels.addHere, group: 'canvas', keys: [] },
  toggleThumbnails: { label: labels.toggleThumbnails, group: 'canvas', keys: [] },
  tidyUp: { label: labels.tidyUp, group: 'canvas', keys: [] },
  train: { label: labels.train, group: 'training', keys: ['Mod+Enter'], whileTyping: true },
  pauseTraining: { label: labels.pauseTraining, group: 'training', keys: [] },
  resumeTraining: { label: labels.resumeTraining, group: 'training', keys: [] },
  stopTraining: { label: labels.stopTraining, group: 'training', keys: [] },
  stepTraining: { label: labels.stepTraining, group: 'training', keys: [] },
  resetTraining: { label: labels.resetTraining, group: 'training', keys: [] },
  fixProblem: { label: labels.fixProblem, group: 'canvas', keys: ['Mod+.'], whileTyping: true },
  nextProblem: { label: labels.nextProblem, group: 'canvas', keys: ['F8'], whileTyping: true },
  previousProblem: { label: labels.previousProblem, group: 'canvas', keys: ['Shift+F8'], whileTyping: true },
  showCommands: { label: labels.showCommands, group: 'view', keys: ['Mod+K', 'F1'], whileTyping: true },
  showShortcuts: { label: labels.showShortcuts, group: 'view', keys: ['?'] },
  showTrain: { label: labels.showTrain, group: 'view', keys: ['Alt+1'] },
  showData: { label: labels.showData, group: 'view', keys: ['Alt+2'] },
  showCode: { label: labels.showCode, group: 'view', keys: ['Alt+3'] },
  showTry: { label: labels.showTry, group: 'view', keys: ['Alt+4'] },
  showRuns: { label: labels.showRuns, group: 'view', keys: ['Alt+5'] },
  togglePalette: { label: labels.togglePalette, group: 'view', keys: ['Mod+B'] },
  toggleInspector: { label: labels.toggleInspector, group: 'view', keys: ['Mod+Alt+B'] },
  toggleDock: { label: labels.toggleDock, group: 'view', keys: ['Mod+J'] },
  nextPanel: { label: labels.nextPanel, group: 'view', keys: ['F6'], whileTyping: true },
  previousPanel: { label: labels.previousPanel, group: 'view', keys: ['Shift+F6'], whileTyping: true },
  lightTheme: { label: labels.lightTheme, group: 'view', keys: [] },
  darkTheme: { label: labels.darkTheme, group: 'view', keys: [] },
  systemTheme: { label: labels.systemTheme, group: 'view', keys: [] },
  nextTheme: { label: labels.nextTheme, group: 'view', keys: [] },
  showSettings: { label: labels.showSettings, group: 'view', keys: ['Mod+,'], whileTyping: true },
  showAbout: { label: labels.showAbout, group: 'view', keys: [] }
} as const satisfies Record<string, CommandFace>

export type CommandId = keyof typeof COMMANDS

/** The keys that a command has; the first is shown. */
export function keysOf(id: CommandId, host: 'web' | 'desktop'): readonly Accelerator[] {
  const { keys, desktopKeys = [] } = faceOf(id)
  return host === 'desktop' ? [...desktopKeys, ...keys] : keys
}

export function faceOf(id: CommandId): CommandFace {
  return COMMANDS[id]
}
