import { blockOf } from '../blocks/registry'
import { groupParams } from '../blocks/structural'
import type { Block, BlockId, Document } from '../document/schema'
import type { Analysis, GraphAnalysis } from '../graph/analyse'
import type { BlockAnalysis } from '../graph/check-block'
import { portBlocks } from '../graph/ports'
import { isError, type Problem } from '../graph/problem'
import { reaching } from '../graph/rules/reach'
import { edgesInto } from '../graph/wiring'
import { fail, ok, type Result } from '../result'
import { withHeads } from './heads'
import type { Graph, GraphInput, GraphKey, Network, NetworkOutput, Node, ValueRef } from './network'

/**
 * The document as layers in order: what leads to no output is left out, a definition becomes one graph
 * for each set of types that it is given, and an activation that only its Output reads goes to the loss.
 */
export function lower(document: Document, analysis: Analysis): Result<Network, readonly Problem[]> {
  const errors = analysis.problems.filter(isError)
  if (errors.length > 0) return fail(errors)
  const graphs = new Map<GraphKey, Graph>()
  const keys = new Map<GraphAnalysis, GraphKey>()
  const root = lowerGraph(document, analysis.root, 'root', { graphs, keys })
  const outputs = lowerOutputs(document, analysis.root)
  return ok(withHeads({ name: document.name, root, graphs, outputs, training: document.training }))
}

interface Made {
  readonly graphs: Map<GraphKey, Graph>
  readonly keys: Map<GraphAnalysis, GraphKey>
}

function lowerGraph(document: Document, analysis: GraphAnalysis, key: GraphKey, made: Made): Graph {
  const definition = document.networks[analysis.network]
  if (!definition) throw new Error(`no network ${analysis.network}`)
  const used = reaching(definition)
  const inputs: GraphInput[] = []
  const nodes: Node[] = []
  for (const id of analysis.order) {
    const block = definition.blocks[id]
    const known = analysis.blocks.get(id)
    if (!block || !known || !used.has(id)) continue
    const kind = blockOf(block.type)?.kind
    const type = known.outTypes['out']
    if (kind === 'input' && type)
      inputs.push({ block: id, name: block.name, type, field: String(known.values?.['field'] ?? '') })
    if (kind === 'layer') nodes.push(lowerLayer(definition, id, block, known))
    if (kind === 'group' && known.inside) {
      const inside = known.inside
      const graph = made.keys.get(inside) ?? lowerDefinition(document, inside, made)
      nodes.push({
        kind: 'call',
        block: id,
        name: block.name,
        graph,
        repeat: groupParams(known.values ?? {}).repeat,
        inputs: made.graphs.get(graph)?.inputs.flatMap(input => sources(definition, id, input.block)) ?? [],
        outTypes: known.outTypes,
        frozen: block.frozen === true
      })
    }
  }
  for (const [id, block] of portBlocks(definition, 'groupInput')) {
    const type = analysis.blocks.get(id)?.outTypes['out']
    if (type) inputs.push({ block: id, name: block.name, type, field: '' })
  }
  const results = portBlocks(definition, 'groupOutput').flatMap(([id, block]) => {
    const [value] = sources(definition, id, 'in')
    const type = analysis.outputs.get(id)
    return value && type ? [{ block: id, name: block.name, value, type }] : []
  })
  return { key, name: definition.name, inputs, nodes, results }
}

function lowerDefinition(document: Document, inside: GraphAnalysis, made: Made): GraphKey {
  const sameDefinition = [...made.keys.keys()].filter(other => other.network === inside.network).length
  const key = `${inside.network}/${sameDefinition}`
  const graph = lowerGraph(document, inside, key, made)
  made.keys.set(inside, key)
  made.graphs.set(key, graph)
  return key
}

type Definition = Document['networks'][string]

function lowerLayer(definition: Definition, id: BlockId, block: Block, known: BlockAnalysis): Node {
  return {
    kind: 'layer',
    block: id,
    name: block.name,
    type: block.type,
    values: known.values ?? {},
    inputs: Object.fromEntries(Object.keys(known.inTypes).map(port => [port, sources(definition, id, port)])),
    inTypes: Object.fromEntries(
      Object.entries(known.inTypes).map(([port, types]) => [port, types.filter(type => type !== null)])
    ),
    outTypes: known.outTypes,
    weights: known.weights,
    ...(block.weightsOf !== undefined && { weightsOf: block.weightsOf }),
    // Whether weights are trained is a matter of the block that they belong to.
    frozen: (definition.blocks[block.weightsOf ?? id] ?? block).frozen === true
  }
}

function lowerOutputs(document: Document, analysis: GraphAnalysis): readonly NetworkOutput[] {
  const definition = document.networks[document.root]
  if (!definition) return []
  return analysis.order.flatMap(id => {
    const block = definition.blocks[id]
    const known = analysis.blocks.get(id)
    const type = known?.inTypes['in']?.[0]
    const [value] = sources(definition, id, 'in')
    if (block?.type !== 'output' || !known?.values || !type || !value) return []
    const { target, loss, weight } = known.values
    return [
      {
        block: id,
        name: block.name,
        value,
        type,
        target: String(target),
        loss: loss as NetworkOutput['loss'],
        lossWeight: Number(weight),
        head: 'none',
        fromScores: false
      }
    ]
  })
}

function sources(definition: Definition, block: BlockId, port: string): readonly ValueRef[] {
  return edgesInto(definition, block, port).map(edge => edge.from)
}
