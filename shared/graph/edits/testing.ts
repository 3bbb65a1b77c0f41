/** A small document to edit; for tests alone. */
import { expect } from 'vitest'
import { checkDocument } from '../../document/check'
import { emptyDocument } from '../../document/create'
import { deepFreeze } from '../../document/freeze'
import type { Block, Document, Edge, Network } from '../../document/schema'
import { applyEdits } from './apply'
import type { Edit } from './edit'

export const dense: Block = { type: 'dense', name: 'Dense', params: { units: 4 } }
export const group = (network: string): Block => ({ type: 'group', name: 'G', params: { network } })
export const edge = (from: string, to: string, port = 'in'): Edge => ({
  from: { block: `${from}-1`, port: 'out' },
  to: { block: `${to}-1`, port }
})
export const network = 'net-main'

/** a → b → d, a → c → d; `c` uses the weights of `b`; a definition used by nobody. */
export const start: Document = deepFreeze({
  ...emptyDocument('doc-a', 'A'),
  networks: {
    [network]: {
      name: 'main',
      blocks: {
        'a-1': dense,
        'b-1': { ...dense, name: 'Bee' },
        'c-1': { ...dense, weightsOf: 'b-1' },
        'd-1': dense
      },
      edges: [edge('a', 'b'), edge('b', 'd'), edge('a', 'c'), edge('c', 'd')]
    },
    'net-def': { name: 'Def', blocks: { 'x-1': dense }, edges: [] }
  },
  view: { positions: { [network]: { 'a-1': { x: 0, y: 0 }, 'b-1': { x: 0, y: 90 } } } }
})

export function after(...edits: readonly Edit[]): Document {
  const applied = applyEdits(start, edits)
  if (!applied.ok) throw new Error(applied.error.message)
  expect(checkDocument(applied.value)).toEqual(applied)
  return applied.value
}

export const main = (document: Document): Network =>
  document.networks[network] ?? { name: '', blocks: {}, edges: [] }
