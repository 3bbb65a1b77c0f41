/** Random documents for properties; for tests alone. */
import * as fc from 'fast-check'
import { emptyDocument } from './create'
import { limits } from './limits'
import type { Block, Document, Edge, Network, ParamValue, Position } from './schema'

/** What random blocks are made from; a test with the real blocks hands in a catalogue of them. */
export interface BlockKind {
  readonly type: string
  readonly params: fc.Arbitrary<Readonly<Record<string, ParamValue>>>
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
}

export const anyValue: fc.Arbitrary<ParamValue> = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.string({ unit: 'binary' }),
  fc.array(fc.option(fc.integer({ min: 1, max: 64 })), { maxLength: 4 })
)

const paramName = fc.constantFrom('units', 'activation', 'useBias', 'rate', 'shape', 'kernelSize')

export const someKinds: readonly BlockKind[] = [
  { type: 'input', params: fc.record({ shape: fc.constant([4]) }), inputs: [], outputs: ['out'] },
  {
    type: 'dense',
    params: fc.record({ units: fc.integer({ min: 1, max: 64 }), useBias: fc.boolean() }),
    inputs: ['in'],
    outputs: ['out']
  },
  { type: 'add', params: fc.constant({}), inputs: ['in'], outputs: ['out'] },
  { type: 'lstm', params: fc.record({ units: fc.nat(32) }), inputs: ['in'], outputs: ['out', 'state'] },
  {
    type: 'unheard-of',
    params: fc.dictionary(paramName, anyValue),
    inputs: ['in', 'in-2'],
    outputs: ['out']
  },
  { type: 'output', params: fc.record({ target: fc.string() }), inputs: ['in'], outputs: [] }
]

/** Names as people and enemies give them. */
export const anyName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'Hidden',
    '',
    '"""',
    "'\n",
    '__proto__',
    '__class__',
    'import os',
    'ｉｍｐｏｒｔ',
    '\ud800',
    '\u202e',
    '\\',
    'é'
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.nat(9).map(n => (n === 9 ? 'x'.repeat(5000) : 'Dense'))
)

const position: fc.Arbitrary<Position> = fc.record({
  x: fc.double({ noNaN: true, min: -limits.distance, max: limits.distance }),
  y: fc.integer({ min: -limits.distance, max: limits.distance })
})

/** Documents that keep all invariants: several networks, groups, edges with cycles or without, shared weights. */
export function anyDocument(kinds: readonly BlockKind[] = someKinds): fc.Arbitrary<Document> {
  const plain = fc.tuple(fc.array(network(kinds), { maxLength: 3 }), network(kinds), fc.boolean())
  return fc
    .tuple(plain, anyName, data, training, fc.array(fc.tuple(fc.nat(), fc.nat(), position), { maxLength: 8 }))
    .map(([[definitions, root, used], name, bound, trained, places]) => {
      const empty = emptyDocument('doc-random', name)
      // A definition may use those before it, so that none contains itself.
      const networks = [...definitions, root].map((made, index) =>
        withGroup(made, used ? index - 1 : index - 2)
      )
      const ids = networks.map((_, index) => (index < definitions.length ? `net-${index}` : empty.root))
      const positions: Record<string, Record<string, Position>> = {}
      for (const [at, block, where] of places) {
        const chosen = at % ids.length
        const blocks = Object.keys(networks[chosen]?.blocks ?? {})
        const id = blocks[block % blocks.length]
        if (id !== undefined) (positions[ids[chosen] ?? ''] ??= {})[id] = where
      }
      // fast-check makes objects without a prototype; documents have none such.
      return structuredClone({
        ...empty,
        networks: Object.fromEntries(
          ids.map((id, index) => [id, networks[index] ?? { name, blocks: {}, edges: [] }])
        ),
        data: bound,
        training: trained,
        view: { positions }
      })
    })
}

function network(kinds: readonly BlockKind[]): fc.Arbitrary<Network> {
  return fc
    .array(anyBlock(kinds), { maxLength: 8 })
    .chain(blocks =>
      fc.record({
        name: anyName,
        blocks: fc.constant(blocks),
        wires: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { maxLength: 12 }),
        sharing: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 2 })
      })
    )
    .map(({ name, blocks, wires, sharing }) => {
      const made: Record<string, Block> = Object.fromEntries(
        blocks.map(({ block }, index) => [`${block.type.replace(/\W/g, '')}-${index}`, block])
      )
      const ids = Object.keys(made)
      for (const [borrower, lender] of sharing) {
        const from = ids[lender % ids.length]
        const to = ids[borrower % ids.length]
        if (from === undefined || to === undefined || from === to) continue
        const taken = Object.values(made).some(block => block.weightsOf === to)
        const old = made[to]
        if (old && !taken && made[from]?.weightsOf === undefined) made[to] = { ...old, weightsOf: from }
      }
      const edges = new Map<string, Edge>()
      for (const [a, b, c, d] of wires) {
        const edge = wire(blocks, ids, a, b, c, d)
        if (edge !== null) edges.set(JSON.stringify(edge), edge)
      }
      return { name, blocks: made, edges: [...edges.values()] }
    })
}

interface Made {
  readonly kind: BlockKind
  readonly block: Block
}

export function anyBlock(kinds: readonly BlockKind[]): fc.Arbitrary<Made> {
  return fc.constantFrom(...kinds).chain(kind =>
    fc.record({
      kind: fc.constant(kind),
      block: fc.record(
        { type: fc.constant(kind.type), name: anyName, params: kind.params, frozen: fc.boolean() },
        { requiredKeys: ['type', 'name', 'params'] }
      )
    })
  )
}

function wire(
  blocks: readonly Made[],
  ids: readonly string[],
  from: number,
  fromPort: number,
  to: number,
  toPort: number
): Edge | null {
  const source = from % ids.length
  const target = to % ids.length
  const outputs = blocks[source]?.kind.outputs ?? []
  const inputs = blocks[target]?.kind.inputs ?? []
  const out = outputs[fromPort % outputs.length]
  const into = inputs[toPort % inputs.length]
  const [a, b] = [ids[source], ids[target]]
  if (out === undefined || into === undefined || a === undefined || b === undefined) return null
  return { from: { block: a, port: out }, to: { block: b, port: into } }
}

function withGroup(made: Network, definition: number): Network {
  if (definition < 0) return made
  const group: Block = { type: 'group', name: 'Group', params: { network: `net-${definition}`, repeat: 2 } }
  return { ...made, blocks: { ...made.blocks, 'group-1': group } }
}

const seed = fc.nat(2 ** 31)

const data: fc.Arbitrary<Document['data']> = fc.option(
  fc.record(
    {
      source: fc.constantFrom('mnist', 'iris', 'names'),
      sha256: fc.string({
        unit: fc.constantFrom(...'0123456789abcdef'.split('')),
        minLength: 64,
        maxLength: 64
      }),
      split: fc.record({ train: fc.nat(7000), validation: fc.nat(1000), test: fc.nat(2000), seed })
    },
    { requiredKeys: ['source', 'split'] }
  )
)

const training: fc.Arbitrary<Document['training']> = fc.record({
  optimizer: fc.record({
    type: fc.constantFrom('adam', 'sgd'),
    params: fc.dictionary(
      paramName,
      fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.string())
    )
  }),
  batch: fc.integer(),
  epochs: fc.nat(100),
  seed
})
