/**
 * Edits and keeps a document until it is killed; for tests alone. Tells on stdout the last edit that was acknowledged,
 * a line each time. `node edit-loop.mjs FOLDER SEED`
 */
import { writeSync } from 'node:fs'
import { emptyDocument } from '../../../shared/document/create'
import type { Document } from '../../../shared/document/schema'
import { writeDocument } from '../../../shared/document/write'
import { differenceOf } from '../../../shared/journal/difference'
import { writeLine } from '../../../shared/journal/line'
import { createJournals } from '../journals'

const [folder = '', seed = '1'] = process.argv.slice(2)
const journal = createJournals({ folder }).of('window')
const weights = new Map([['weights.safetensors', new Uint8Array(2_000_000)]])

let random = Number(seed)
/** A whole number from 1 to `most`; the same for the same seed. */
function upTo(most: number): number {
  random = (random * 1_103_515_245 + 12_345) % 2 ** 31
  return 1 + (random % most)
}

/** One block more, and the name that tells how often that was. */
function edited(document: Document, edit: number): Document {
  const network = document.networks[document.root] ?? { name: '', blocks: {}, edges: [] }
  const block = { type: 'dense', name: `Dense ${edit}`, params: { units: edit } }
  return {
    ...document,
    name: `edit ${edit}`,
    networks: {
      [document.root]: { ...network, blocks: { ...network.blocks, [`dense-${edit}`]: block } }
    }
  }
}

let document = emptyDocument('doc-killed', 'edit 0')
for (let edit = 0; ;) {
  // A small base now and then, and a large one whose writing takes a while.
  const base = writeDocument(document, upTo(2) === 1 ? weights : new Map())
  const begun = await journal.begin({ name: document.name, file: null, edits: edit }, base)
  if (!begun.ok) throw new Error(begun.error)
  writeSync(1, `${edit}\n`)
  let sequence = 0
  for (let bursts = upTo(20); bursts > 0; bursts -= 1) {
    const kept = Array.from({ length: upTo(6) }, () => {
      const before = document
      edit += 1
      sequence += 1
      document = edited(document, edit)
      return journal.append(
        sequence,
        writeLine({ sequence, edits: edit, patches: differenceOf(before, document) })
      )
    })
    for (const result of await Promise.all(kept)) if (!result.ok) throw new Error(result.error)
    writeSync(1, `${edit}\n`)
  }
}
