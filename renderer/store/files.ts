import { newId } from '../../shared/document/create'
import { readDocument } from '../../shared/document/read'
import { writeDocument } from '../../shared/document/write'
import type { FileTrouble } from '../../shared/files/trouble'
import { fail, type Result } from '../../shared/result'
import { readWeightsFile, WEIGHTS_FILE } from '../../shared/training/weights-file'
import { strings } from '../../shared/strings/strings'
import { host } from '../host/current'
import type { OpenedFile, Over } from '../host/host'
import { blankDocument, isEdited, useDocument } from './document'
import { markSaved, replaceDocument } from './edit-document'
import { fileStem } from './file-stem'
import { putWorkAside } from './journal'
import { forgetRecentFile, noteRecentFile, type RecentFile } from './recent-files'
import { notify, showDocument, useSession, type NoticeAction } from './session'
import {
  forgetTraining,
  hasNewWeights,
  keepTrained,
  markWeightsSaved,
  trainedOf,
  useTraining
} from './training'
import { withWeights } from './with-weights'

const words = strings.files

type ShownFile = ReturnType<typeof useSession.getState>['file']

/** A blank document; in a window of its own where this one has work that is saved nowhere, and there can be several. */
export function newDocument(): void {
  if (host.desktop && isAtRisk()) host.desktop.newWindow('editor')
  else show(null, () => replaceDocument(blankDocument()))
}

/** Whether there is anything that is saved nowhere. */
export function isAtRisk(): boolean {
  return isEdited(useDocument.getState()) || hasNewWeights(useTraining.getState())
}

/** Shows another document. Work that is saved nowhere is put aside, one click away, rather than asked about. */
export function show(file: ShownFile, replace: () => void): void {
  const before = useDocument.getState()
  const fileBefore = useSession.getState().file
  const trained = trainedOf(useTraining.getState())
  const hasNew = hasNewWeights(useTraining.getState())
  const isBack = isAtRisk() ? putWorkAside() : null
  forgetTraining()
  replace()
  showDocument(file)
  if (!isBack) return
  notify({
    kind: 'info',
    title: words.putAside(before.document.name),
    text: words.putAsideHint,
    action: {
      label: words.goBack,
      run: () => {
        show(fileBefore, () => useDocument.setState(before))
        if (trained) keepTrained(trained, !hasNew)
        isBack()
      }
    }
  })
}

/** Opens a document that comes from no file of the person's own: an example. */
export function openCopy(bytes: Uint8Array, name: string): void {
  openBytes({ name, bytes, handle: null }, null)
}

export async function openFromDisk(): Promise<void> {
  openRead(await host.openFile())
}

export async function openDropped(dropped: DataTransfer): Promise<void> {
  openRead(await host.readDropped(dropped))
}

/** One that is gone, or may not be read, is told by its name; from the list it goes when the person says so. */
export async function openRecent({ id, name, handle }: RecentFile): Promise<void> {
  const opened = await host.reopen?.(handle)
  if (!opened) return
  if (opened.ok) {
    openRead(opened)
    return
  }
  const { kind, message } = opened.error
  const action = { label: words.forget, run: () => void forgetRecentFile(id) }
  if (kind === 'not-allowed') notify({ kind: 'info', title: words.cantOpen(name), text: message })
  else notify({ kind: 'error', title: words.cantOpen(name), text: message, action })
}

/** Whether there is something saved to go back to. */
export function canRevert(): boolean {
  return host.reopen !== undefined && (useSession.getState().file?.handle ?? null) !== null
}

/** Shows the file as it lies there; what was changed is put aside, one click away. */
export async function revert(): Promise<void> {
  const { file } = useSession.getState()
  if (!host.reopen || !file?.handle) return
  const opened = await host.reopen(file.handle)
  if (opened.ok) openRead(opened)
  else notify({ kind: 'error', title: words.cantOpen(file.name), text: opened.error.message })
}

/** Shows what was read, or tells why it was not. */
export function openRead(opened: Result<OpenedFile | null, FileTrouble>): void {
  if (!opened.ok) {
    notify({ kind: 'error', title: words.cantOpen(strings.files.kind), text: opened.error.message })
  } else if (opened.value !== null) {
    const file = { name: opened.value.name, handle: opened.value.handle }
    if (openBytes(opened.value, file)) void noteRecentFile(file, useDocument.getState().document)
  }
}

/** A file that can't be read changes nothing, and the reason is told; whether it could. */
function openBytes({ name, bytes }: OpenedFile, file: ShownFile): boolean {
  const read = readDocument(bytes)
  if (!read.ok) {
    const { message, place } = read.error
    const where = place === undefined ? '' : ` ${words.place(place)}`
    notify({ kind: 'error', title: words.cantOpen(name), text: `${message}${where} ${words.untouched}` })
    return false
  }
  const { document, attachments } = read.value
  const others = new Map(attachments)
  others.delete(WEIGHTS_FILE)
  // A copy is a document of its own, with runs of its own.
  const opened = file === null ? { ...document, id: newId('doc', () => false) } : document
  show(file, () => replaceDocument(opened, others))
  const inside = attachments.get(WEIGHTS_FILE)
  if (inside) takeWeights(inside, name)
  return true
}

/** Weights that can't be read leave the network that lay beside them untrained. */
function takeWeights(bytes: Uint8Array, name: string): void {
  const weights = readWeightsFile(bytes)
  if (weights.ok) keepTrained({ document: useDocument.getState().document, weights: weights.value }, true)
  else {
    // The way back to work that was put aside stays open.
    const { notice } = useSession.getState()
    notify({
      ...notice,
      kind: 'error',
      title: words.cantReadWeights(name),
      text: words.untrained(weights.error)
    })
  }
}

/** Writes the document, and tells where that fails; whether all that there is to save is saved now. */
export async function saveToDisk(where: 'where-it-was' | 'ask', over: Over = 'known'): Promise<boolean> {
  const { document, attachments } = useDocument.getState()
  const { file } = useSession.getState()
  const name = file?.name ?? `${fileStem(document.name)}.blockprop`
  const handle = where === 'ask' ? null : (file?.handle ?? null)
  const training = useTraining.getState()
  const trained = trainedOf(training)
  const whole = withWeights(document, attachments, trained)
  const saved = whole.ok
    ? await host.saveFile(writeDocument(document, whole.value), name, handle, over)
    : fail<FileTrouble>({ kind: 'other', message: whole.error })
  if (!saved.ok) {
    tellNotSaved(name, saved.error)
    return false
  }
  if (saved.value === null) return false
  // What was edited while the file was written is not in it.
  if (useDocument.getState().document === document) markSaved()
  useSession.setState({ file: saved.value })
  void noteRecentFile(saved.value, document)
  if (trained !== null) {
    const inFile = whole.ok && whole.value.has(WEIGHTS_FILE)
    const isKnown = training.saved?.weights === trained.weights && !training.saved.inFile
    markWeightsSaved(trained.weights, inFile)
    if (!inFile && !isKnown)
      notify({ kind: 'info', title: words.savedUntrained(saved.value.name), text: words.changedSince })
  }
  return !isAtRisk()
}

/** The document is still here; the ways out are what helps against this trouble. */
function tellNotSaved(name: string, { kind, message }: FileTrouble): void {
  const again: NoticeAction = { label: words.saveAgain, run: () => void saveToDisk('where-it-was') }
  const overwrite: NoticeAction = {
    label: kind === 'changed' ? words.overwrite : words.saveAgain,
    run: () => void saveToDisk('where-it-was', 'anything')
  }
  const elsewhere: NoticeAction = { label: words.saveAs, run: () => void saveToDisk('ask') }
  const reload: NoticeAction = { label: words.reload, run: () => void revert() }
  notify({
    kind: 'error',
    title: words.cantSave(name),
    text: `${message} ${words.stillHere}`,
    action: kind === 'changed' || kind === 'gone' ? overwrite : again,
    others: kind === 'changed' ? [elsewhere, reload] : [elsewhere]
  })
}
