/** Random work at a document, for properties; for tests alone. */
import * as fc from 'fast-check'
import { anyDocument } from '../document/arbitrary'
import type { Document } from '../document/schema'
import { changeBy } from '../graph/edits/apply'
import { anyEdit, editFrom } from '../graph/edits/arbitrary'
import { emptyHistory, record, redo, undo, type Moment } from '../graph/history'
import { differenceOf } from './difference'
import { writeLine } from './line'

/** A document as it was at first, and after each of some edits, undos and redos. */
export const anyWork: fc.Arbitrary<readonly Document[]> = fc
  .tuple(
    anyDocument(),
    fc.array(fc.tuple(anyEdit(), fc.constantFrom('edit', 'edit', 'undo', 'redo')), { maxLength: 20 })
  )
  .map(([initial, acts]) => {
    let moment: Moment = { history: emptyHistory, document: initial }
    const documents = [initial]
    for (const [seed, act] of acts) {
      moment = act === 'edit' ? edited(moment, editFrom(moment.document, seed)) : { undo, redo }[act](moment)
      documents.push(moment.document)
    }
    return documents
  })

function edited(moment: Moment, edit: ReturnType<typeof editFrom>): Moment {
  const change = changeBy(moment.document, [edit])
  if (!change.ok) return moment
  return { history: record(moment.history, change.value, edit.kind), document: change.value.document }
}

/** A line for each step from one document to the next. */
export function linesOf(documents: readonly Document[]): readonly string[] {
  return documents.slice(1).map((after, i) =>
    writeLine({
      sequence: i + 1,
      edits: i + 1,
      patches: differenceOf(documents[i] ?? after, after)
    })
  )
}
