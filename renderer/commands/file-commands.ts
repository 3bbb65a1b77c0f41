import { isEdited, useDocument } from '../store/document'
import { newDocument, openFromDisk, saveToDisk } from '../store/files'
import { useSession } from '../store/session'
import { hasNewWeights, useTraining } from '../store/training'
import { always, type Command } from './command'

const inEditor = (): boolean => useSession.getState().screen === 'editor'

export const goHome: Command = {
  id: 'goHome',
  enabled: always,
  run: () => useSession.setState({ screen: 'home' })
}

export const newDocumentCommand: Command = { id: 'newDocument', enabled: always, run: newDocument }

export const openDocument: Command = { id: 'openDocument', enabled: always, run: () => void openFromDisk() }

export const saveDocument: Command = {
  id: 'saveDocument',
  enabled: () =>
    inEditor() &&
    (isEdited(useDocument.getState()) ||
      hasNewWeights(useTraining.getState()) ||
      useSession.getState().file === null),
  run: () => void saveToDisk('where-it-was')
}

export const saveDocumentAs: Command = {
  id: 'saveDocumentAs',
  enabled: inEditor,
  run: () => void saveToDisk('ask')
}
