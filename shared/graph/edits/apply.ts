import { create, type Patches } from 'mutative'
import type { Document } from '../../document/schema'
import { ok, type Result } from '../../result'
import * as blocks from './blocks'
import * as edges from './edges'
import type { Edit, EditKind, EditOf } from './edit'
import * as networks from './networks'
import type { EditRefusal, Plan, Recipe } from './refusal'
import * as settings from './settings'

const plans: { readonly [K in EditKind]: Plan<EditOf<K>> } = {
  addBlock: blocks.addBlock,
  removeBlocks: blocks.removeBlocks,
  replaceBlock: blocks.replaceBlock,
  setParam: blocks.setParam,
  setParams: blocks.setParams,
  rename: blocks.rename,
  setWeightsOf: blocks.setWeightsOf,
  setFrozen: blocks.setFrozen,
  moveBlocks: blocks.moveBlocks,
  connect: edges.connect,
  disconnect: edges.disconnect,
  insertBetween: edges.insertBetween,
  reorderInputs: edges.reorderInputs,
  addNetwork: networks.addNetwork,
  removeNetwork: networks.removeNetwork,
  renameNetwork: networks.renameNetwork,
  setName: settings.setName,
  setData: settings.setData,
  setTraining: settings.setTraining,
  bringBack: networks.bringBack
}

/** A document after edits, with what leads there and back. */
export interface Change {
  readonly document: Document
  readonly redo: Patches<true>
  readonly undo: Patches<true>
}

/** The document after `edit`. What the edit does not touch stays identical, and all of it if nothing changes. */
export function applyEdit(document: Document, edit: Edit): Result<Document, EditRefusal> {
  return applyEdits(document, [edit])
}

/** The document after all of `edits`, in their order; if one is refused, none is made. */
export function applyEdits(document: Document, edits: readonly Edit[]): Result<Document, EditRefusal> {
  const change = changeBy(document, edits)
  return change.ok ? ok(change.value.document) : change
}

/** The same with patches, for the history. */
export function changeBy(document: Document, edits: readonly Edit[]): Result<Change, EditRefusal> {
  let change: Change = { document, redo: [], undo: [] }
  for (const edit of edits) {
    const recipe = planOf(change.document, edit)
    if (!recipe.ok) return recipe
    const [next, redo, undo] = create(change.document, recipe.value, { enablePatches: true })
    change = { document: next, redo: [...change.redo, ...redo], undo: [...undo, ...change.undo] }
  }
  return ok(change)
}

function planOf<K extends EditKind>(document: Document, edit: EditOf<K>): Result<Recipe, EditRefusal> {
  const plan: Plan<EditOf<K>> = plans[edit.kind]
  return plan(document, edit)
}
