import type { CommandId } from '../../shared/commands/commands'
import { deleteSelection, deselect, findBlock, rename, selectAll, tidyUp } from './canvas-commands'
import { addHere, connectBlocks, openBlock, toggleThumbnails } from './block-commands'
import type { Command } from './command'
import { copyCode, exportFolder, exportNotebook, exportScript, exportZip } from './export-commands'
import { copyDiagram, exportDiagramPng, exportDiagramSvg, showDiagram } from './diagram-commands'
import {
  goHome,
  newDocumentCommand,
  newWindow,
  openDocument,
  revertDocument,
  saveDocument,
  saveDocumentAs
} from './file-commands'
import { redoCommand, undoCommand } from './history-commands'
import {
  pauseTraining,
  resetTraining,
  resumeTraining,
  stepTraining,
  stopTrainingCommand,
  train
} from './training-commands'
import { fixProblem, nextProblem, previousProblem } from './problem-commands'
import {
  darkTheme,
  lightTheme,
  nextPanel,
  nextTheme,
  previousPanel,
  showAbout,
  showCode,
  showCommands,
  showData,
  showRuns,
  showSettings,
  showShortcuts,
  showTrain,
  showTry,
  systemTheme,
  toggleDock,
  toggleInspector,
  togglePalette
} from './view-commands'

/** Every command of the window; the compiler names one that is missing. */
export const commands: Readonly<Record<CommandId, Command>> = {
  goHome,
  newDocument: newDocumentCommand,
  newWindow,
  openDocument,
  saveDocument,
  saveDocumentAs,
  revertDocument,
  exportFolder,
  exportZip,
  exportNotebook,
  exportScript,
  copyCode,
  showDiagram,
  exportDiagramSvg,
  exportDiagramPng,
  copyDiagram,
  undo: undoCommand,
  redo: redoCommand,
  deleteSelection,
  selectAll,
  deselect,
  findBlock,
  openBlock,
  connectBlocks,
  addHere,
  toggleThumbnails,
  tidyUp,
  train,
  pauseTraining,
  resumeTraining,
  stopTraining: stopTrainingCommand,
  stepTraining,
  resetTraining,
  showTrain,
  showCode,
  showTry,
  showData,
  showRuns,
  togglePalette,
  toggleInspector,
  toggleDock,
  showCommands,
  showShortcuts,
  nextPanel,
  previousPanel,
  fixProblem,
  nextProblem,
  previousProblem,
  rename,
  lightTheme,
  darkTheme,
  systemTheme,
  nextTheme,
  showSettings,
  showAbout
}

/** Runs a command if there is something to do, and says whether there was. */
export function runCommand(id: CommandId): boolean {
  const command = commands[id]
  if (!command.enabled()) return false
  command.run()
  return true
}
