import { strings } from '../../shared/strings/strings'
import { host } from '../host/current'
import { isSound } from '../store/analysis'
import { useCodeSettings } from '../store/code-settings'
import { useDocument } from '../store/document'
import { useExporting } from '../store/exporting'
import { setPanelOpen } from '../store/layout'
import { useSession } from '../store/session'
import type { Command } from './command'

const titles = strings.code.exportTitles

// The printers are large, and come when they are first needed.
const load = () => import('../code/export-actions')
type Action = keyof Awaited<ReturnType<typeof load>>

const hasCode = (): boolean =>
  useSession.getState().screen === 'editor' && isSound(useDocument.getState().document)
const isFree = (): boolean => hasCode() && useExporting.getState().going === null

const command = (
  id: Command['id'],
  title: (target: string) => string,
  action: Action,
  enabled: () => boolean = hasCode
): Command => ({
  id,
  enabled,
  title: () => title(useCodeSettings.getState().target.label),
  run: () => void load().then(actions => actions[action]())
})

/** The whole export takes a moment: the panel shows how far it is. */
const whole = (...[id, title, action]: Parameters<typeof command>): Command => {
  const made = command(id, title, action, isFree)
  return {
    ...made,
    run: () => {
      setPanelOpen('dock', true)
      useSession.setState({ dock: 'code' })
      made.run()
    }
  }
}

export const exportZip = whole('exportZip', titles.zip, 'saveZip')
export const exportFolder: Command = {
  ...whole('exportFolder', titles.folder, 'saveFolder'),
  enabled: () => host.saveFolder !== undefined && isFree()
}
export const exportNotebook = command('exportNotebook', titles.notebook, 'saveNotebook')
export const exportScript = command('exportScript', titles.script, 'saveScript')
export const copyCode = command('copyCode', titles.copy, 'copyCode')
