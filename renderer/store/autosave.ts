import { settingOf } from '../../shared/settings/settings'
import { host } from '../host/current'
import { useDocument } from './document'
import { isAtRisk, saveToDisk } from './files'
import { useSession } from './session'
import { useTraining } from './training'

/** Milliseconds without a change after which a document is written to its file. */
const pause = 4_000

type ShownFile = ReturnType<typeof useSession.getState>['file']

/**
 * From here on, where the person has asked for it, a document that has a file is saved there by itself: without a
 * question, and never over what another program has written. Where that fails, it is told once, and left to the person.
 */
export function saveByItself(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let saving = false
  /** Where the last try failed. */
  let leftAlone: ShownFile = null

  const save = async (): Promise<void> => {
    timer = null
    const { file } = useSession.getState()
    if (saving || !isWanted(file)) return
    saving = true
    // A file that may not be written to without a question is not asked about again.
    const mayWrite = file?.handle && ((await host.mayWrite?.(file.handle)) ?? true)
    if (mayWrite === true && isWanted(file)) await saveToDisk('where-it-was')
    saving = false
    if (useSession.getState().file === file) leftAlone = file
    else later()
  }

  const isWanted = (file: ShownFile): boolean =>
    settingOf('autosave', host.readSetting('autosave')) === 'on' &&
    file?.handle != null &&
    file === useSession.getState().file &&
    file !== leftAlone &&
    useDocument.getState().history.open === null &&
    isAtRisk()

  const later = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void save(), pause)
  }

  const ends = [
    useDocument.subscribe(later),
    useTraining.subscribe((state, before) => {
      if (state.run.kind !== before.run.kind) later()
    })
  ]
  return () => {
    for (const end of ends) end()
    if (timer !== null) clearTimeout(timer)
  }
}
