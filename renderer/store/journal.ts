import { create } from 'zustand'
import type { Document } from '../../shared/document/schema'
import type { History } from '../../shared/graph/history'
import { strings } from '../../shared/strings/strings'
import { host } from '../host/current'
import { isEdited, useDocument } from './document'
import { JournalKeeper, type KeeperState } from './journal-keeper'
import { notify, useSession } from './session'
import { hasNewWeights, trainedOf, useTraining } from './training'

const words = strings.recovery

interface JournalState extends KeeperState {
  /** Counts what has changed in this window. All of it is kept, or safe in a file, where it is `kept`. */
  readonly made: number
}

const nothing: JournalState = { made: 0, kept: 0, trouble: null }

export const useJournal = create<JournalState>()(() => nothing)

let keeper: JournalKeeper | null = null
/** The document when it was last safe. */
let safe: Document | null = null
/** What a person has done since then. */
let edits = 0

/** From here on every edit is kept until it is saved, and so is what was learned. */
export function keepJournal(): () => void {
  const { journals } = host
  if (!journals) return () => {}
  useJournal.setState(nothing)
  keeper = new JournalKeeper(journals, tell)
  look()
  const flushHidden = (): void => {
    // A page in the background may be ended without a word, and its timers are slow.
    if (window.document.visibilityState === 'hidden') keeper?.flush()
  }
  const page = typeof window === 'undefined' ? null : window.document
  page?.addEventListener('visibilitychange', flushHidden)
  const ends = [
    useDocument.subscribe((state, before) => {
      edits += Math.abs(stepsOf(state.history) - stepsOf(before.history))
      if (state.document === before.document) look()
      else changed()
    }),
    useTraining.subscribe((state, before) => {
      const learned = trainedOf(state)?.weights
      if (learned === trainedOf(before)?.weights) {
        if (state.saved !== before.saved) look()
        return
      }
      if (hasNewWeights(state)) edits += 1
      // A training may have gone on for an hour in a window that nobody looks at.
      changed(true)
    }),
    useSession.subscribe(({ file }, before) => {
      if (file !== before.file) look()
    })
  ]
  return () => {
    for (const end of ends) end()
    page?.removeEventListener('visibilitychange', flushHidden)
    keeper?.stop()
    keeper = null
  }
}

/** What is still to be kept goes to the journal now. */
export function flushJournal(): void {
  keeper?.flush()
}

/**
 * To be called before another document takes the place of work that is saved nowhere: that stays on the disk as
 * abandoned work. Gives what is to be called when it is back.
 */
export function putWorkAside(): () => void {
  if (!keeper) return () => {}
  const left = keeper.leave()
  const count = edits
  return () => takeOver(left, count)
}

/** The document holds what that abandoned work held, with so many edits: it goes when this window's journal has it. */
export function takeOver(id: Promise<string | null>, count: number): void {
  edits = count
  look()
  keeper?.replaces(id)
}

function changed(urgent = false): void {
  useJournal.setState(({ made }) => ({ made: made + 1 }))
  look(urgent)
}

/** Tells the keeper what there is to keep. */
function look(urgent = false): void {
  const state = useDocument.getState()
  const training = useTraining.getState()
  const { document, attachments } = state
  const { made } = useJournal.getState()
  if (isEdited(state) || hasNewWeights(training)) {
    const { file } = useSession.getState()
    const before = safe?.id === document.id ? safe : null
    keeper?.want({ document, attachments, trained: trainedOf(training), file, before, edits }, made, urgent)
  } else {
    safe = document
    edits = 0
    keeper?.want(null, made)
  }
}

function tell(state: Partial<KeeperState>): void {
  const { trouble } = useJournal.getState()
  useJournal.setState(state)
  if (state.trouble === undefined || state.trouble === null || trouble !== null) return
  // The way back to work that was put aside stays open.
  const { notice } = useSession.getState()
  notify({ ...notice, kind: 'error', title: words.notKept, text: `${state.trouble} ${words.notKeptAdvice}` })
}

/** Steps done, with the one that goes on: what a person would count. */
function stepsOf({ past, open }: History): number {
  return past.length + (open !== null && open.changes.length > 0 ? 1 : 0)
}
