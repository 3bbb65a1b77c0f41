import type { Arity } from '../blocks/block'
import { readParams } from '../blocks/params'
import { blockOf } from '../blocks/registry'
import { groupParams } from '../blocks/structural'
import type { Block, BlockId, Document, Network } from '../document/schema'

export interface InputPort {
  readonly id: string
  /** For people; a group's port is called as the block inside. */
  readonly label: string
  readonly arity: Arity
}
export interface OutputPort {
  readonly id: string
  readonly label: string
}
export interface Ports {
  readonly in: readonly InputPort[]
  readonly out: readonly OutputPort[]
}

const NONE: Ports = { in: [], out: [] }
const OUT: OutputPort = { id: 'out', label: 'out' }
const IN: InputPort = { id: 'in', label: 'in', arity: 'one' }

/** The ports of a block; a group has those of its definition, an unknown type has none. */
export function portsOf(document: Document, block: Block): Ports {
  const spec = blockOf(block.type)
  if (!spec) return NONE
  switch (spec.kind) {
    case 'input':
    case 'group-input':
      return { in: [], out: [OUT] }
    case 'output':
    case 'group-output':
      return { in: [IN], out: [] }
    case 'group': {
      const definition = definitionOf(document, block)
      return definition ? definitionPorts(definition) : NONE
    }
    case 'layer': {
      const values = readParams(spec.params, block.params)
      const out = values.ok && spec.outputs ? spec.outputs(values.value) : ['out']
      return {
        in: Object.entries(spec.inputs).map(([id, arity]) => ({ id, label: id, arity })),
        out: out.map(id => ({ id, label: id }))
      }
    }
  }
}

/** The network that a group block uses; `undefined` where there is none of that name. */
export function definitionOf(document: Document, block: Block): Network | undefined {
  const { network } = groupParams({ network: '', repeat: 1, ...block.params })
  return network !== document.root && Object.hasOwn(document.networks, network)
    ? document.networks[network]
    : undefined
}

const definitions = new WeakMap<Network, Ports>()

/** A definition's group inputs and outputs in their order, as ports by the ids of those blocks. */
function definitionPorts(definition: Network): Ports {
  const before = definitions.get(definition)
  if (before) return before
  const ports: Ports = {
    in: portBlocks(definition, 'groupInput').map(([id, b]) => ({ id, label: b.name, arity: 'one' })),
    out: portBlocks(definition, 'groupOutput').map(([id, b]) => ({ id, label: b.name }))
  }
  definitions.set(definition, ports)
  return ports
}

/** The group inputs or outputs of a definition, by their order, then by id. */
export function portBlocks(
  definition: Network,
  type: 'groupInput' | 'groupOutput'
): readonly (readonly [BlockId, Block])[] {
  const order = (block: Block): number => Number(block.params['order'] ?? 0)
  return Object.entries(definition.blocks)
    .filter(([, block]) => block.type === type)
    .sort(([a, x], [b, y]) => order(x) - order(y) || (a < b ? -1 : 1))
}
