import { create } from 'zustand'
import { emptyDocument, newId } from '../../shared/document/create'
import type { Document } from '../../shared/document/schema'
import { emptyHistory, type History, type Step } from '../../shared/graph/history'
import { strings } from '../../shared/strings/strings'

export type Attachments = ReadonlyMap<string, Uint8Array>

/** The document and how it came to be; changed by `edit-document.ts` alone. */
interface DocumentState {
  readonly document: Document
  readonly history: History
  /** What else lay in the file: weights, pictures. It is written back. */
  readonly attachments: Attachments
  /** The last step when the document was saved: undoing back to it makes the document saved again. */
  readonly savedAt: Step | undefined
}

export const useDocument = create<DocumentState>()(() => freshState(blankDocument(), new Map()))

export function freshState(document: Document, attachments: Attachments): DocumentState {
  return { document, history: emptyHistory, attachments, savedAt: undefined }
}

/** What was recovered: unsaved, whatever is undone. */
export function unsavedState(document: Document, attachments: Attachments): DocumentState {
  return { ...freshState(document, attachments), savedAt: { label: '', redo: [], undo: [] } }
}

export function blankDocument(): Document {
  return emptyDocument(
    newId('doc', () => false),
    strings.app.untitled
  )
}

/** Whether there is anything that a save would keep. */
export function isEdited({ history, savedAt }: DocumentState): boolean {
  return history.past.at(-1) !== savedAt || (history.open?.changes.length ?? 0) > 0
}
