import { host } from '../host/current'
import { canRevert, isAtRisk, newDocument, openFromDisk, revert, saveToDisk } from '../store/files'
import { useSession } from '../store/session'
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
  enabled: () => inEditor() && (isAtRisk() || useSession.getState().file === null),
  run: () => void saveToDisk('where-it-was')
}

export const saveDocumentAs: Command = {
  id: 'saveDocumentAs',
  enabled: inEditor,
  run: () => void saveToDisk('ask')
}

export const revertDocument: Command = {
  id: 'revertDocument',
  enabled: () => inEditor() && canRevert() && isAtRisk(),
  run: () => void revert()
}

export const newWindow: Command = {
  id: 'newWindow',
  enabled: () => host.desktop !== undefined,
  run: () => host.desktop?.newWindow('home')
}
