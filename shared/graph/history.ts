import type { Patches } from 'mutative'
import type { Document } from '../document/schema'
import type { Change } from './edits/apply'

/** One step of undo: what led there and back. */
export interface Step {
  readonly label: string
  readonly redo: Patches<true>
  readonly undo: Patches<true>
}

/** The steps behind and ahead, the nearest last, and the gesture that goes on: a drag, a slider. */
export interface History {
  readonly past: readonly Step[]
  readonly future: readonly Step[]
  readonly open: { readonly label: string; readonly changes: readonly Omit<Step, 'label'>[] } | null
}

export interface Moment {
  readonly history: History
  readonly document: Document
}

export const emptyHistory: History = { past: [], future: [], open: null }

/** After a change: a step of its own, or part of the gesture that goes on. A change of nothing leaves no step. */
export function record(history: History, { redo, undo }: Change, label: string): History {
  if (redo.length === 0) return history
  if (history.open === null) return { past: [...history.past, { label, redo, undo }], future: [], open: null }
  const { changes } = history.open
  const last = changes.at(-1)
  const next =
    last !== undefined && overwrites(redo, last.redo)
      ? [...changes.slice(0, -1), { redo, undo: last.undo }]
      : [...changes, { redo, undo }]
  return { ...history, open: { label: history.open.label, changes: next } }
}

/** From here to `end` all changes become one step. */
export function begin(history: History, label: string): History {
  return { ...end(history), open: { label, changes: [] } }
}

export function end(history: History): History {
  if (history.open === null) return history
  const { label, changes } = history.open
  if (changes.length === 0) return { ...history, open: null }
  const step = { label, redo: changes.flatMap(change => change.redo), undo: undoAll(changes) }
  return { past: [...history.past, step], future: [], open: null }
}

/** Ends the gesture as if it had not been. */
export function cancel({ history, document }: Moment): Moment {
  if (history.open === null) return { history, document }
  return { history: { ...history, open: null }, document: patched(document, undoAll(history.open.changes)) }
}

/** One step back; the same moment where there is none. A gesture that goes on is ended first. */
export function undo(moment: Moment): Moment {
  const history = end(moment.history)
  const step = history.past.at(-1)
  if (step === undefined) return { history, document: moment.document }
  return {
    history: { past: history.past.slice(0, -1), future: [...history.future, step], open: null },
    document: patched(moment.document, step.undo)
  }
}

/** One step ahead; the same moment where there is none. */
export function redo(moment: Moment): Moment {
  const history = end(moment.history)
  const step = history.future.at(-1)
  if (step === undefined) return { history, document: moment.document }
  return {
    history: { past: [...history.past, step], future: history.future.slice(0, -1), open: null },
    document: patched(moment.document, step.redo)
  }
}

function undoAll(changes: readonly Pick<Step, 'undo'>[]): Patches<true> {
  return changes.toReversed().flatMap(change => change.undo)
}

/** Whether a change only sets again what the one before had set, as each moment of a drag does. */
function overwrites(later: Patches<true>, earlier: Patches<true>): boolean {
  return (
    later.length === earlier.length &&
    later.every((patch, index) => {
      const before = earlier[index]
      return (
        before !== undefined &&
        patch.op === 'replace' &&
        before.op === 'replace' &&
        patch.path.length === before.path.length &&
        patch.path.every((key, place) => key === before.path[place])
      )
    })
  )
}

type Tree = Record<string, unknown>

/**
 * Patches applied by reference: mutative's own `apply` copies each value, and blocks that come back would be
 * others than before to all that remembers them. Each object on a path is copied once, those that a patch
 * brought too. Edits assign whole lists, so that a path leads through records alone.
 */
function patched(document: Document, patches: Patches<true>): Document {
  const copies = new Set<unknown>()
  const own = <T extends object>(value: T): T => {
    if (copies.has(value)) return value
    const copy = { ...value }
    copies.add(copy)
    return copy
  }
  const root = own(document)
  for (const { op, path, value } of patches) {
    const keys = path.map(String)
    const last = keys.pop()
    let parent = root as Tree
    for (const key of keys) parent = parent[key] = own(parent[key] as Tree)
    if (last === undefined) continue
    if (op === 'remove') delete parent[last]
    else parent[last] = value
  }
  return root
}
