import type { Document } from '../../shared/document/schema'
import { labelOf } from '../../shared/blocks/registry'
import { changeBy } from '../../shared/graph/edits/apply'
import { describeEdit } from '../../shared/graph/edits/describe'
import type { Edit } from '../../shared/graph/edits/edit'
import type { EditRefusal } from '../../shared/graph/edits/refusal'
import * as steps from '../../shared/graph/history'
import { fixEdits } from '../../shared/graph/fixes'
import { mendingOf } from '../../shared/graph/fix-all'
import type { Fix } from '../../shared/graph/problem'
import { ok, type Result } from '../../shared/result'
import { strings } from '../../shared/strings/strings'
import { placeNewBlocks, withPositions } from '../canvas/layout/place'
import { freshState, useDocument, type Attachments } from './document'

/** Makes edits as one step, named after the first unless told; all of them, or none with the reason. */
export function edit(edits: readonly Edit[], label?: string): Result<null, EditRefusal> {
  const { document, history } = useDocument.getState()
  const [first] = edits
  if (first === undefined) return ok(null)
  const change = changeBy(document, edits)
  if (!change.ok) return change
  const moves = placeNewBlocks(document, change.value.document)
  const whole = moves.length === 0 ? change : changeBy(document, [...edits, ...moves])
  if (!whole.ok) return whole
  useDocument.setState({
    document: whole.value.document,
    history: steps.record(history, whole.value, label ?? describeEdit(document, first, labelOf))
  })
  return ok(null)
}

/** Takes the way out that a problem offers, as one step of its name. */
export function takeFix(fix: Fix): Result<null, EditRefusal> {
  const label = fix.label.charAt(0).toLowerCase() + fix.label.slice(1)
  return edit(fixEdits(useDocument.getState().document, fix), label)
}

/** Takes all fixes that are safe, as one step. */
export function takeAllFixes(): Result<null, EditRefusal> {
  const { edits, fixed } = mendingOf(useDocument.getState().document)
  return edit(edits, strings.problems.fixed(fixed))
}

/** From here to `endGesture` all edits become one step: a drag, a slider, typing in a field. */
export function beginGesture(label: string): void {
  useDocument.setState(({ history }) => ({ history: steps.begin(history, label) }))
}

export function endGesture(): void {
  useDocument.setState(({ history }) => ({ history: steps.end(history) }))
}

/** As `endGesture`, under another name: a drag that has become more than a move. */
export function endGestureAs(label: string): void {
  useDocument.setState(({ history }) => {
    const { open } = history
    return { history: steps.end({ ...history, open: open && { ...open, label } }) }
  })
}

export function undo(): void {
  useDocument.setState(steps.undo)
}

export function redo(): void {
  useDocument.setState(steps.redo)
}

/** Opens a document in place of the current one; blocks that lie nowhere get their place. */
export function replaceDocument(document: Document, attachments: Attachments = new Map()): void {
  useDocument.setState(freshState(withPositions(document), attachments))
}

/** The document as it stands is in a file now. */
export function markSaved(): void {
  useDocument.setState(({ history }) => {
    const ended = steps.end(history)
    return { history: ended, savedAt: ended.past.at(-1) }
  })
}
