import { limits } from '../document/limits'
import { documentOf, readRawFile } from '../document/read'
import type { Document } from '../document/schema'
import { fail, ok, type Result } from '../result'
import type { KeptWork } from './kept'
import { readLines, type EditRecord } from './line'
import { applyPatches, isTree } from './patch'

export interface ReplayedWork {
  readonly document: Document
  readonly attachments: ReadonlyMap<string, Uint8Array>
  /** The document that the base holds: weights among the attachments are of its network. */
  readonly base: Document
  /** How many edits are in no file; `null` where no line tells. */
  readonly edits: number | null
  /** Whether there was more, which is damaged. */
  readonly cut: boolean
}

/**
 * The document that a journal holds: its base, and all edits up to the first that is damaged or makes no document. The
 * edits are made in the JSON as it lies there, and the whole is brought to the current version then: a journal that an
 * earlier version has kept is read as a file of that version is.
 */
export function replay({
  base: bytes,
  lines
}: Pick<KeptWork, 'base' | 'lines'>): Result<ReplayedWork, string> {
  const file = readRawFile(bytes)
  if (!file.ok) return fail(file.error.message)
  const { json, attachments } = file.value
  const base = documentOf(json)
  if (!base.ok) return fail(base.error.message)
  const { records, damaged } = readLines(lines.slice(0, limits.textBytes))
  const { document, count } = longest(json, base.value, records)
  const edits = records[count - 1]?.edits ?? null
  const cut = damaged || count < records.length || lines.length > limits.textBytes
  return ok({ document, attachments, base: base.value, edits, cut })
}

interface Reached {
  readonly document: Document
  readonly count: number
}

/**
 * The document after as many records as make one. Most often that is all; else it is looked for by halves: records are
 * written from documents, so that what does not fit at one of them goes on not fitting.
 */
function longest(json: unknown, base: Document, records: readonly EditRecord[]): Reached {
  let good: Reached = { document: base, count: 0 }
  let bad = records.length + 1
  for (let count = records.length; count > good.count; count = Math.floor((good.count + bad) / 2)) {
    const document = documentAfter(json, records.slice(0, count))
    if (document === null) bad = count
    else good = { document, count }
  }
  return good
}

function documentAfter(json: unknown, records: readonly EditRecord[]): Document | null {
  const tree: unknown = structuredClone(json)
  if (!isTree(tree) || !records.every(({ patches }) => applyPatches(tree, patches).ok)) return null
  const document = documentOf(tree)
  return document.ok ? document.value : null
}
