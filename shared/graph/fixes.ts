import type { Hint } from '../blocks/block'
import type { ParamValue } from '../blocks/params'
import { blockOf, labelOf } from '../blocks/registry'
import type { BlockId, Edge, NetworkId } from '../document/schema'
import { fail, ok, type Result } from '../result'
import type { Document } from '../document/schema'
import { applyEdit } from './edits/apply'
import type { Edit } from './edits/edit'
import type { EditRefusal } from './edits/refusal'
import { freeId, newBlock } from './new-block'
import type { Fix } from './problem'

/** What a fix says of the blocks that it adds; `applyFix` gives ids that are free. */
export const fixFor = {
  remove: (network: NetworkId, id: BlockId, name: string): Fix => ({
    label: `Remove ${name}`,
    edits: [{ kind: 'removeBlocks', network, ids: [id] }]
  }),

  disconnect: (network: NetworkId, edge: Edge): Fix => ({
    label: 'Remove the edge',
    edits: [{ kind: 'disconnect', network, edge }]
  }),

  connect: (network: NetworkId, edge: Edge, label: string): Fix => ({
    label,
    edits: [{ kind: 'connect', network, edge }]
  }),

  setParam: (
    network: NetworkId,
    block: BlockId,
    name: string,
    value: ParamValue,
    params: Readonly<Record<string, { readonly label: string }>>
  ): Fix => ({
    label: `Set ${(params[name]?.label ?? name).toLowerCase()} to ${show(value)}`,
    edits: [{ kind: 'setParam', network, block, name, value }]
  }),

  insertOn: (network: NetworkId, edge: Edge, type: string, before: string, params = {}): Fix => ({
    label: `Insert ${labelOf(type)} before ${before}`,
    edits: [insertion(network, edge, type, params)]
  }),

  hint: (
    at: { readonly network: NetworkId; readonly id: BlockId; readonly block: { readonly name: string; readonly type: string }; readonly edges: readonly Edge[] },
    hint: Hint
  ): Fix => {
    switch (hint.kind) {
      case 'set':
        return fixFor.setParam(at.network, at.id, hint.param, hint.value, blockOf(at.block.type)?.params ?? {})
      case 'replace':
        return {
          label: `Use ${labelOf(hint.type)} instead`,
          edits: [
            {
              kind: 'replaceBlock',
              network: at.network,
              block: at.id,
              type: hint.type,
              params: newBlock(undefined, hint.type, hint.params).params
            }
          ]
        }
      case 'insert-before': {
        const edge = at.edges.find(e => e.to.port === hint.port)
        if (!edge) throw new Error(`nothing arrives at ${hint.port}`)
        return fixFor.insertOn(at.network, edge, hint.type, at.block.name, hint.params)
      }
    }
  }
}

/** The edit that puts a new block on an edge; the id is made free when it is applied. */
export function insertion(network: NetworkId, edge: Edge, type: string, params = {}): Edit {
  const spec = blockOf(type)
  const [inPort = 'in'] = spec?.kind === 'layer' ? Object.keys(spec.inputs) : ['in']
  return {
    kind: 'insertBetween',
    network,
    edge,
    id: `${type}-new`,
    block: newBlock(undefined, type, params),
    inPort,
    outPort: 'out'
  }
}

/** Applies a fix as one step: new blocks get free ids and names that nobody has. */
export function applyFix(document: Document, fix: Fix): Result<Document, EditRefusal> {
  let current = document
  for (const edit of fix.edits) {
    const applied = applyEdit(current, settled(current, edit))
    if (!applied.ok) return fail(applied.error)
    current = applied.value
  }
  return ok(current)
}

function settled(document: Document, edit: Edit): Edit {
  if (edit.kind !== 'addBlock' && edit.kind !== 'insertBetween') return edit
  const network = document.networks[edit.network]
  return { ...edit, id: freeId(network, edit.block.type), block: newBlock(network, edit.block.type, edit.block.params) }
}

function show(value: ParamValue): string {
  return Array.isArray(value) ? value.map(v => v ?? 'open').join(' × ') : String(value)
}
