import type { CommandId } from '../../shared/commands/commands'
import { deleteSelection, deselect, findBlock, selectAll, tidyUp } from './canvas-commands'
import type { Command } from './command'
import { goHome, newDocumentCommand, openDocument, saveDocument, saveDocumentAs } from './file-commands'
import { redoCommand, undoCommand } from './history-commands'
import { pauseTraining, resumeTraining, stopTrainingCommand, train } from './training-commands'
import { nextTheme, showCode, showData, showRuns, showTrain, showTry } from './view-commands'

/** Every command of the window; the compiler names one that is missing. */
export const commands: Readonly<Record<CommandId, Command>> = {
  goHome,
  newDocument: newDocumentCommand,
  openDocument,
  saveDocument,
  saveDocumentAs,
  undo: undoCommand,
  redo: redoCommand,
  deleteSelection,
  selectAll,
  deselect,
  findBlock,
  tidyUp,
  train,
  pauseTraining,
  resumeTraining,
  stopTraining: stopTrainingCommand,
  showTrain,
  showCode,
  showTry,
  showData,
  showRuns,
  nextTheme
}

/** Runs a command if there is something to do, and says whether there was. */
export function runCommand(id: CommandId): boolean {
  const command = commands[id]
  if (!command.enabled()) return false
  command.run()
  return true
}
