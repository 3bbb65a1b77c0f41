import { strings } from '../../shared/strings/strings'
import { useDocument } from '../store/document'
import { redo, undo } from '../store/edit-document'
import type { Command } from './command'

export const undoCommand: Command = {
  id: 'undo',
  enabled: () => lastStep() !== undefined,
  title: () => {
    const label = lastStep()
    return label === undefined ? strings.commands.undo : strings.app.undoNamed(label)
  },
  run: undo
}

export const redoCommand: Command = {
  id: 'redo',
  enabled: () => useDocument.getState().history.future.length > 0,
  title: () => {
    const step = useDocument.getState().history.future.at(-1)
    return step === undefined ? strings.commands.redo : strings.app.redoNamed(step.label)
  },
  run: redo
}

/** What `undo` would undo: the gesture that goes on, else the last step. */
function lastStep(): string | undefined {
  const { open, past } = useDocument.getState().history
  return open !== null && open.changes.length > 0 ? open.label : past.at(-1)?.label
}
