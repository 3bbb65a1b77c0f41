import { strings } from '../strings/strings'
import type { Accelerator } from './accelerator'

/** What menus, buttons, tooltips and help know of a command; what it does is for each process to say. */
export interface CommandFace {
  readonly label: string
  /** The first is shown. */
  readonly keys: readonly Accelerator[]
  /** Whether the keys work while a person types in a field. */
  readonly whileTyping?: boolean
}

const labels = strings.commands

export const COMMANDS = {
  goHome: { label: labels.goHome, keys: [] },
  newDocument: { label: labels.newDocument, keys: [] },
  openDocument: { label: labels.openDocument, keys: ['Mod+O'], whileTyping: true },
  saveDocument: { label: labels.saveDocument, keys: ['Mod+S'], whileTyping: true },
  saveDocumentAs: { label: labels.saveDocumentAs, keys: ['Mod+Shift+S'], whileTyping: true },
  undo: { label: labels.undo, keys: ['Mod+Z'] },
  redo: { label: labels.redo, keys: ['Mod+Shift+Z', 'Mod+Y'] },
  deleteSelection: { label: labels.deleteSelection, keys: ['Delete', 'Backspace'] },
  selectAll: { label: labels.selectAll, keys: ['Mod+A'] },
  deselect: { label: labels.deselect, keys: ['Escape'] },
  findBlock: { label: labels.findBlock, keys: ['/'] },
  tidyUp: { label: labels.tidyUp, keys: [] },
  train: { label: labels.train, keys: ['Mod+Enter'], whileTyping: true },
  pauseTraining: { label: labels.pauseTraining, keys: [] },
  resumeTraining: { label: labels.resumeTraining, keys: [] },
  stopTraining: { label: labels.stopTraining, keys: [] },
  showTrain: { label: labels.showTrain, keys: ['Alt+1'] },
  showData: { label: labels.showData, keys: ['Alt+2'] },
  showCode: { label: labels.showCode, keys: ['Alt+3'] },
  showTry: { label: labels.showTry, keys: ['Alt+4'] },
  showRuns: { label: labels.showRuns, keys: ['Alt+5'] },
  nextTheme: { label: labels.nextTheme, keys: [] }
} as const satisfies Record<string, CommandFace>

export type CommandId = keyof typeof COMMANDS

export function faceOf(id: CommandId): CommandFace {
  return COMMANDS[id]
}
