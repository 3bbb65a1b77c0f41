import type { Hint } from '../blocks/block'
import type { ParamValue } from '../blocks/params'
import { blockOf, labelOf } from '../blocks/registry'
import { newId } from '../document/create'
import type { BlockId, Document, Edge, NetworkId } from '../document/schema'
import type { Edit } from './edits/edit'
import { newBlock } from './new-block'
import type { Fix } from './problem'

/** What a fix says of the blocks that it adds; `fixEdits` gives ids that are free. */
export const fixFor = {
  /** Takes a block out; `past` are edges that lead past it. */
  bypass: (network: NetworkId, id: BlockId, name: string, past: readonly Edge[]): Fix => ({
    label: `Remove ${name}`,
    edits: [
      { kind: 'removeBlocks', network, ids: [id] },
      ...past.map((edge): Edit => ({ kind: 'connect', network, edge }))
    ]
  }),

  disconnect: (network: NetworkId, edges: readonly Edge[]): Fix => ({
    label: edges.length === 1 ? 'Remove the edge' : 'Remove the edges',
    edits: edges.map(edge => ({ kind: 'disconnect', network, edge }))
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
    at: {
      readonly network: NetworkId
      readonly id: BlockId
      readonly block: { readonly name: string; readonly type: string }
      readonly edges: readonly Edge[]
    },
    hint: Hint
  ): Fix => {
    switch (hint.kind) {
      case 'set':
        return fixFor.setParam(
          at.network,
          at.id,
          hint.param,
          hint.value,
          blockOf(at.block.type)?.params ?? {}
        )
      case 'replace':
        return {
          label: `Use ${labelOf(hint.type)} instead`,
          edits: [
            {
              kind: 'replaceBlock',
              network: at.network,
              block: at.id,
              type: hint.type,
              params: newBlock(undefined, hint.type, hint.params).params,
              ...(at.block.name === labelOf(at.block.type) && { name: labelOf(hint.type) })
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

/** The edits of a fix as they apply to a document: new blocks get ids that are free and names that nobody has. */
export function fixEdits(document: Document, fix: Fix): readonly Edit[] {
  const ids = new Map<BlockId, BlockId>()
  const named = (id: BlockId): BlockId => ids.get(id) ?? id
  return fix.edits.map(edit => {
    if (edit.kind === 'connect') return { ...edit, edge: renamed(edit.edge, named) }
    if (edit.kind !== 'addBlock' && edit.kind !== 'insertBetween') return edit
    const network = document.networks[edit.network]
    const taken = (id: string): boolean =>
      Object.hasOwn(network?.blocks ?? {}, id) || [...ids.values()].includes(id)
    const id = newId(edit.block.type, taken)
    const block = newBlock(network, edit.block.type, edit.block.params)
    const edge = edit.kind === 'insertBetween' ? { edge: renamed(edit.edge, named) } : {}
    ids.set(edit.id, id)
    return { ...edit, ...edge, id, block }
  })
}

function renamed({ from, to }: Edge, named: (id: BlockId) => BlockId): Edge {
  return { from: { ...from, block: named(from.block) }, to: { ...to, block: named(to.block) } }
}

function show(value: ParamValue): string {
  return typeof value === 'object' ? value.map(size => size ?? 'open').join(' × ') : String(value)
}
