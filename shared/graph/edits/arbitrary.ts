/** Random edits for properties, possible ones and impossible ones; for tests alone. */
import * as fc from 'fast-check'
import { anyBlock, anyName, anyValue, someKinds, type BlockKind } from '../../document/arbitrary'
import type { Block, Document, Edge, Position } from '../../document/schema'
import type { Edit, NewValue } from './edit'

/** What an edit is made from, once there is a document whose blocks and edges it can pick. */
export interface EditSeed {
  readonly which: number
  readonly at: number
  readonly first: number
  readonly second: number
  readonly third: number
  readonly flag: boolean
  readonly name: string
  readonly value: NewValue
  readonly position: Position
  readonly block: Block
}

const hostile = ['__proto__', 'constructor', 'no-such', 'Bad', '']

/** Most often something that is there, now and then something that isn't. */
function pick(from: readonly string[], choice: number): string {
  const all = choice % 11 === 0 || from.length === 0 ? hostile : from
  return all[Math.floor(choice / 11) % all.length] ?? 'no-such'
}

export function anyEdit(kinds: readonly BlockKind[] = someKinds): fc.Arbitrary<EditSeed> {
  const some = fc.nat(1_000_000)
  return fc.record({
    which: fc.nat(19),
    at: some,
    first: some,
    second: some,
    third: some,
    flag: fc.boolean(),
    name: fc.oneof(
      anyName,
      fc.nat(9).map(n => (n === 9 ? 'x'.repeat(5001) : 'Dense'))
    ),
    value: fc.oneof(anyValue, fc.constantFrom(null, NaN, Infinity)),
    position: fc.record({ x: fc.oneof(fc.double(), fc.integer()), y: fc.integer() }),
    block: anyBlock(kinds).map(made => made.block)
  })
}

/** The edit for this document: possible, or not. */
export function editFrom(document: Document, from: EditSeed): Edit {
  const networks = Object.keys(document.networks)
  const network = pick(networks, from.at)
  const inside = Object.hasOwn(document.networks, network) ? document.networks[network] : undefined
  const ids = Object.keys(inside?.blocks ?? {})
  const edges = inside?.edges ?? []
  const block = pick(ids, from.first)
  const other = pick(ids, from.second)
  const made: Edge = {
    from: { block, port: pick(['out', 'state'], from.third) },
    to: { block: other, port: pick(['in', 'in-2'], from.at) }
  }
  const edge = edges[from.first % edges.length] ?? made
  const fresh = from.third % 5 === 0 ? other : `new-${from.third}`
  const group = { type: 'group', name: from.name, params: { network: pick(networks, from.second) } }
  const added = from.second % 4 === 0 ? group : from.block
  const order = edges
    .filter(({ to }) => to.block === edge.to.block && to.port === edge.to.port)
    .map((_, i) => i)
  const edits: readonly Edit[] = [
    { kind: 'addBlock', network, id: fresh, block: added, ...(from.flag && { at: from.position }) },
    { kind: 'removeBlocks', network, ids: from.flag ? [block] : [block, other] },
    { kind: 'replaceBlock', network, block, type: added.type, params: added.params },
    {
      kind: 'setParam',
      network,
      block,
      name: pick(['units', 'network', 'rate'], from.second),
      value: from.value
    },
    {
      kind: 'setParams',
      network,
      block,
      values: { network: pick(networks, from.third), units: from.value }
    },
    { kind: 'rename', network, block, name: from.name },
    { kind: 'setWeightsOf', network, block, weightsOf: from.third % 4 === 0 ? null : other },
    { kind: 'setFrozen', network, block, frozen: from.flag },
    { kind: 'moveBlocks', network, positions: { [block]: from.position, [other]: { x: 0, y: 1 } } },
    { kind: 'connect', network, edge: made, replace: from.flag },
    { kind: 'connect', network, edge: made, index: from.third % 3 },
    { kind: 'disconnect', network, edge },
    { kind: 'insertBetween', network, edge, id: fresh, block: added, inPort: 'in', outPort: 'out' },
    { kind: 'reorderInputs', network, block: edge.to.block, port: edge.to.port, order: order.toReversed() },
    {
      kind: 'addNetwork',
      id: fresh,
      network: {
        name: from.name,
        blocks: { 'block-1': added, ...(from.flag && inside?.blocks) },
        edges: []
      },
      positions: { 'block-1': from.position }
    },
    { kind: 'removeNetwork', network },
    { kind: 'renameNetwork', network, name: from.name },
    { kind: 'setName', name: from.name },
    from.flag
      ? { kind: 'setTraining', training: { ...document.training, batch: from.third / 2 } }
      : { kind: 'setData', data: null },
    {
      kind: 'bringBack',
      version: from.flag
        ? { ...document, id: 'doc-other', training: { ...document.training, epochs: from.third } }
        : { ...document, root: network }
    }
  ]
  return edits[from.which] ?? { kind: 'setName', name: from.name }
}
