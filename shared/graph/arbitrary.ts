/** Random documents of the blocks there are, for properties; for tests alone. */
import * as fc from 'fast-check'
import type { LayerBlock } from '../blocks/block'
import { insOf } from '../blocks/ins'
import { readParams, type AnyValues, type Param, type ParamValue } from '../blocks/params'
import { BLOCKS } from '../blocks/registry'
import { tensor, type TensorType } from '../blocks/tensor-type'
import { emptyDocument } from '../document/create'
import type { BlockKind } from '../document/arbitrary'
import type { Block, BlockId, Document, Edge } from '../document/schema'

/** Token ids are below this in networks of `anyNetwork`. */
export const TOKENS = 5

const layers = [...BLOCKS.values()].filter(block => block.kind === 'layer')

/** A value of a parameter that a small network can bear. */
function anyParam(name: string, param: Param): fc.Arbitrary<ParamValue> {
  switch (param.kind) {
    case 'int':
      return name === 'vocabulary'
        ? fc.integer({ min: TOKENS, max: TOKENS + 3 })
        : fc.integer({ min: Math.max(param.min, 1), max: 4 })
    case 'float':
      return fc.constantFrom(param.default, (param.default + param.max) / 2)
    case 'flag':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...Object.keys(param.options))
    case 'sizes':
      return fc.tuple(...param.default.map(() => fc.integer({ min: Math.max(param.min, 1), max: 3 })))
    case 'shape':
      return fc.constantFrom([4], [null, 3], [5, 4, 2])
    case 'text':
      return fc.constantFrom(param.default, 'net-lost', 'digit')
  }
}

const anyParams = (params: Readonly<Record<string, Param>>): fc.Arbitrary<AnyValues> =>
  fc.record(Object.fromEntries(Object.entries(params).map(([name, param]) => [name, anyParam(name, param)])))

/** All blocks as the document's random documents want them; edges may fit or not. */
export const registryKinds: readonly BlockKind[] = [...BLOCKS.values()].map(block => ({
  type: block.type,
  params: anyParams(block.params),
  inputs:
    block.kind === 'layer' ? Object.keys(block.inputs) : block.kind === 'group' ? ['groupInput-0'] : ['in'],
  outputs: block.kind === 'output' || block.kind === 'group-output' ? [] : ['out']
}))

interface Step {
  readonly block: LayerBlock
  readonly params: AnyValues
  readonly from: readonly number[]
  readonly frozen: boolean
  readonly shares: boolean
}

const anyStep: fc.Arbitrary<Step> = fc.constantFrom(...layers).chain(block =>
  fc.record({
    block: fc.constant(block),
    params: anyParams(block.params),
    from: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
    frozen: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
    shares: fc.integer({ min: 0, max: 3 }).map(n => n === 0)
  })
)

/**
 * Valid networks: each step adds a block whose inputs are picked among what is there already, where it takes
 * them. Everything that an Output may read has one; the rest leads nowhere.
 */
export const anyNetwork: fc.Arbitrary<Document> = fc
  .array(anyStep, { minLength: 1, maxLength: 14 })
  .map(steps => grown(steps))

/** Valid networks of so many blocks that compute; as many as are needed are tried. */
export function networkOfSize(min: number, max: number): fc.Arbitrary<Document> {
  return fc
    .tuple(fc.integer({ min, max }), fc.infiniteStream(anyStep))
    .map(([size, steps]) => grown(steps, size))
}

/** Adds blocks until there are `size`, or no more steps; an endless stream ends after many that don't fit. */
function grown(steps: Iterable<Step>, size = Infinity): Document {
  const growing = new Growing()
  let left = 50 * Math.min(size, 1000)
  for (const step of steps) {
    if (growing.size >= size || left-- <= 0) break
    growing.add(step)
  }
  return growing.document()
}

interface Made {
  readonly id: BlockId
  readonly type: TensorType
}

/** A network under way. */
class Growing {
  private readonly blocks: Record<BlockId, Block> = {}
  private readonly edges: Edge[] = []
  private readonly made: Made[] = []
  private readonly inputsOf = new Map<BlockId, readonly (readonly [port: string, source: Made])[]>()

  constructor() {
    for (const type of [
      tensor([4]),
      tensor([5, 4, 2]),
      tensor([null, 3]),
      tensor([null], 'int32'),
      tensor([3, 4])
    ]) {
      const id = this.put('input', { shape: type.shape, dtype: type.dtype, field: 'any' })
      this.made.push({ id, type })
    }
  }

  /** Blocks that compute. */
  get size(): number {
    return this.inputsOf.size
  }

  add({ block, params, from, frozen, shares }: Step): void {
    const borrowed = shares ? this.lender(block) : undefined
    const values = readParams(block.params, borrowed?.block.params ?? params)
    if (!values.ok) return
    const picks = [...from]
    const pick = (): Made | undefined => this.made[(picks.shift() ?? 0) % this.made.length]
    const fed = borrowed
      ? (this.inputsOf.get(borrowed.id) ?? [])
      : Object.entries(block.inputs).flatMap(([port, arity]) => {
          const count =
            arity === 'many' ? 1 + ((from[0] ?? 0) % 3) : arity === 'optional' ? (from[1] ?? 0) % 2 : 1
          return Array.from({ length: count }, () => [port, pick()] as const)
        })
    const sources = fed.flatMap(([port, source]) => (source ? [[port, source] as const] : []))
    const arriving = Object.fromEntries(
      Object.keys(block.inputs).map(port => [
        port,
        sources.filter(([p]) => p === port).map(([, source]) => source.type)
      ])
    )
    // The same edge can't be there twice.
    if (new Set(sources.map(([port, source]) => `${port} ${source.id}`)).size < sources.length) return
    const inferred = block.infer(insOf(block, arriving), values.value)
    const [type] = inferred.ok ? inferred.value : []
    if (!type) return
    const id = this.put(block.type, values.value, {
      ...(frozen && { frozen }),
      ...(borrowed && { weightsOf: borrowed.id })
    })
    for (const [port, source] of sources) this.connect(source.id, id, port)
    this.inputsOf.set(id, sources)
    this.made.push({ id, type })
  }

  document(): Document {
    const read = new Set(this.edges.map(edge => edge.from.block))
    const ends = this.made.filter(
      ({ id, type }) =>
        !read.has(id) &&
        type.dtype === 'float32' &&
        !type.mask &&
        type.shape.length > 0 &&
        type.shape[0] !== null
    )
    for (const { id } of ends) {
      const output = this.put('output', { loss: 'meanSquaredError', target: id })
      this.connect(id, output, 'in')
    }
    const empty = emptyDocument('doc-random', 'random')
    const { blocks, edges } = this
    return { ...empty, networks: { [empty.root]: { name: 'main', blocks, edges } } }
  }

  /** The last block of a type that has weights of its own. */
  private lender({ type }: LayerBlock): { readonly id: BlockId; readonly block: Block } | undefined {
    const found = Object.entries(this.blocks).findLast(
      ([, block]) => block.type === type && block.weightsOf === undefined
    )
    return found && { id: found[0], block: found[1] }
  }

  private put(type: string, params: AnyValues, more: Partial<Block> = {}): BlockId {
    // Ids count down, so that a later block may come first where the order is free.
    const id = `${type}-${900 - Object.keys(this.blocks).length}`
    this.blocks[id] = { type, name: id, params, ...more }
    return id
  }

  private connect(from: BlockId, to: BlockId, port: string): void {
    this.edges.push({ from: { block: from, port: 'out' }, to: { block: to, port } })
  }
}
