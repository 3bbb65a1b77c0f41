import { useSyncExternalStore } from 'react'
import { acceleratorText } from '../../shared/commands/accelerator'
import { faceOf, keysOf, type CommandId } from '../../shared/commands/commands'
import { host } from '../host/current'
import { isMac } from '../host/platform'
import { useCodeSettings } from '../store/code-settings'
import { useDocument } from '../store/document'
import { useExporting } from '../store/exporting'
import { useSession } from '../store/session'
import { useTraining } from '../store/training'
import { useTheme } from '../ui/theme'
import { commands, runCommand } from './registry'

const stores = [useDocument, useSession, useTraining, useTheme, useCodeSettings, useExporting]

function subscribe(changed: () => void): () => void {
  const ends = stores.map(store => store.subscribe(changed))
  return () => ends.forEach(end => end())
}

export interface CommandView {
  readonly label: string
  /** The label, or more exact words, with the keys: `Undo add Dense (Ctrl+Z)`. */
  readonly title: string
  readonly enabled: boolean
  readonly run: () => void
}

/** A command as a button shows it; it follows the stores. */
export function useCommand(id: CommandId): CommandView {
  const enabled = useSyncExternalStore(subscribe, () => commands[id].enabled())
  const { label } = faceOf(id)
  const keys = keysOf(id, host.kind)
  const words = useSyncExternalStore(subscribe, () => commands[id].title?.() ?? label)
  const [key] = keys
  const title = key === undefined ? words : `${words} (${acceleratorText(key, isMac)})`
  return { label, title, enabled, run: () => void runCommand(id) }
}
