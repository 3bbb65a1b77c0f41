import { sameType, type TensorType } from '../blocks/tensor-type'
import { groupParams } from '../blocks/structural'
import type { Block, BlockId, Document, Edge, NetworkId } from '../document/schema'
import { blockOf } from '../blocks/registry'
import { bypassEdges } from './bypass'
import { checkBlock, type BlockAnalysis, type BlockQuestion } from './check-block'
import { gathered } from './gathered'
import { offerConnection } from './offer-connection'
import { offerDefinition } from './offer-definition'
import { definitionOf, portBlocks, portsOf } from './ports'
import type { Problem } from './problem'
import { documentProblems } from './rules/registry'
import { topology } from './topology'
import { edgesInto } from './wiring'

/** One network with all its types: the root, or a definition as one instance is given it. */
export interface GraphAnalysis {
  readonly network: NetworkId
  /** Blocks in an order in which each comes after all that it needs, as far as there is no cycle. */
  readonly order: readonly BlockId[]
  readonly blocks: ReadonlyMap<BlockId, BlockAnalysis>
  /** What a definition gives, by the id of its group output. */
  readonly outputs: ReadonlyMap<BlockId, TensorType | null>
}

export interface Analysis {
  readonly root: GraphAnalysis
  /** Each definition as its first instance is given it, for the canvas that shows its inside. */
  readonly definitions: ReadonlyMap<NetworkId, GraphAnalysis>
  readonly problems: readonly Problem[]
  /** How many blocks had to be looked at anew since the last document. */
  readonly recomputed: number
}

export type Analyse = (document: Document) => Analysis

interface Memo {
  readonly question: BlockQuestion
  readonly answer: BlockAnalysis
}

/**
 * An analysis that remembers: a block is looked at anew only if itself, its edges or the types that
 * come in have changed, so that an edit costs what it touches. Results that are the same stay identical.
 */
export function createAnalyser(): Analyse {
  let memos = new Map<string, Memo>()
  let graphs = new Map<string, GraphAnalysis>()
  return document => {
    const pass = new Pass(document, memos, graphs)
    const root = pass.graph(document.root, [])
    for (const id of Object.keys(document.networks))
      if (id !== document.root && !pass.firstOf.has(id)) pass.graph(id, [])
    memos = pass.memosKept
    graphs = pass.graphsKept
    const definitions = pass.firstOf
    const ofDocument = documentProblems({ document, root, definitions })
    const found = gathered(document, root, [...graphs.values()], ofDocument)
    const problems = offerDefinition(document, offerConnection(document, found))
    return { root, definitions, problems, recomputed: pass.recomputed }
  }
}

/** A definition as an instance that is given these types would have it; nothing of it is remembered. */
export function analyseInstance(
  document: Document,
  network: NetworkId,
  given: readonly (TensorType | null)[]
): GraphAnalysis {
  return new Pass(document, new Map(), new Map()).graph(network, given)
}

/** One walk over a document. */
class Pass {
  readonly memosKept = new Map<string, Memo>()
  readonly graphsKept = new Map<string, GraphAnalysis>()
  readonly firstOf = new Map<NetworkId, GraphAnalysis>()
  recomputed = 0

  constructor(
    private readonly document: Document,
    private readonly memos: ReadonlyMap<string, Memo>,
    private readonly graphs: ReadonlyMap<string, GraphAnalysis>
  ) {}

  /**
   * `given`: a type for each group input. Instances of one definition that are given the same share one
   * result, so that deep nesting costs what the definitions cost, not their instances.
   */
  graph(id: NetworkId, given: readonly (TensorType | null)[]): GraphAnalysis {
    const key = `${id} ${JSON.stringify(given)}`
    const done = this.graphsKept.get(key)
    if (done) return done
    const network = this.document.networks[id]
    if (!network) throw new Error(`no network ${id}`)
    const { order } = topology(network)
    const blocks = new Map<BlockId, BlockAnalysis>()
    const ports = portBlocks(network, 'groupInput').map(([port]) => port)
    const isFirst = id !== this.document.root && !this.firstOf.has(id)
    for (const blockId of order) {
      const block = network.blocks[blockId]
      if (!block) continue
      const edges = edgesInto(network, blockId)
      const types = edges.map(edge => blocks.get(edge.from.block)?.outTypes[edge.from.port] ?? null)
      const place = ports.indexOf(blockId)
      const question: BlockQuestion = {
        network: id,
        id: blockId,
        block,
        ports: portsOf(this.document, block),
        edges,
        types,
        given: place === -1 ? null : (given[place] ?? null),
        inside: this.inside(block, edges, types),
        bypass: blockOf(block.type) ? null : bypassEdges(network, blockId)
      }
      const answer = this.answer(`${key} ${blockId}`, question)
      blocks.set(blockId, answer)
    }
    const outputs = new Map(
      portBlocks(network, 'groupOutput').map(([port]) => [port, blocks.get(port)?.inTypes['in']?.[0] ?? null])
    )
    const result = this.kept(key, { network: id, order, blocks, outputs })
    if (isFirst) this.firstOf.set(id, result)
    return result
  }

  private inside(
    block: Block,
    edges: readonly Edge[],
    types: readonly (TensorType | null)[]
  ): GraphAnalysis | undefined {
    const definition = block.type === 'group' ? definitionOf(this.document, block) : undefined
    if (!definition) return undefined
    const given = portBlocks(definition, 'groupInput').map(([port]) => {
      const at = edges.findIndex(edge => edge.to.port === port)
      return types[at] ?? null
    })
    return this.graph(groupParams({ network: '', repeat: 1, ...block.params }).network, given)
  }

  private answer(key: string, question: BlockQuestion): BlockAnalysis {
    const before = this.memos.get(key)
    const same = before !== undefined && sameQuestion(before.question, question)
    const answer = same ? before.answer : keepingTypes(checkBlock(question), before?.answer)
    if (!same) this.recomputed++
    this.memosKept.set(key, { question, answer })
    return answer
  }

  /** The graph of last time, where nothing in it has changed. */
  private kept(key: string, graph: GraphAnalysis): GraphAnalysis {
    const before = this.graphs.get(key)
    const same =
      before !== undefined &&
      before.network === graph.network &&
      sameList(before.order, graph.order) &&
      graph.order.every(id => before.blocks.get(id) === graph.blocks.get(id)) &&
      sameList([...before.outputs.values()], [...graph.outputs.values()])
    const result = same ? before : graph
    this.graphsKept.set(key, result)
    return result
  }
}

/** Types that are as they were stay identical, so that what reads them has nothing to do. */
function keepingTypes(answer: BlockAnalysis, before: BlockAnalysis | undefined): BlockAnalysis {
  if (!before) return answer
  const outTypes = Object.entries(answer.outTypes).map(([port, type]) => {
    const old = before.outTypes[port]
    return [port, old && sameType(old, type) ? old : type] as const
  })
  return { ...answer, outTypes: Object.fromEntries(outTypes) }
}

function sameQuestion(a: BlockQuestion, b: BlockQuestion): boolean {
  return (
    a.network === b.network &&
    a.block === b.block &&
    a.given === b.given &&
    a.inside === b.inside &&
    sameList(a.edges, b.edges) &&
    sameList(a.types, b.types) &&
    sameEdges(a.bypass, b.bypass) &&
    sameList(
      a.ports.in.map(port => port.id),
      b.ports.in.map(port => port.id)
    )
  )
}

function sameEdges(a: readonly Edge[] | null, b: readonly Edge[] | null): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((x, i) => x === b[i])
}
