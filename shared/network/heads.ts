import { blockOf } from '../blocks/registry'
import { lossOf } from '../training/losses'
import { graphOf } from './flatten'
import type { Graph, LayerNode, Network, NetworkOutput, Node, ValueRef } from './network'

/**
 * Moves the last activation of each output into its loss, where it is the loss's own (softmax for
 * cross-entropy) and nothing else reads it: scores train better than probabilities, in every framework.
 * Where something else reads it, or its weights are shared, the loss is computed from probabilities; where
 * there is none at all, what arrives is taken as scores.
 */
export function withHeads(network: Network): Network {
  let { root } = network
  const outputs = network.outputs.map((output): NetworkOutput => {
    const { head } = lossOf(output.loss)
    if (head === 'none') return output
    if (endsIn(network, root, output.value) !== head) return { ...output, head, fromScores: true }
    const maker = root.nodes.find(node => node.block === output.value.block)
    if (maker?.kind !== 'layer' || readers(root, network.outputs, output.value) > 1) return output
    if (maker.weights.length > 0 && sharesWeights(root, maker)) return output
    if (maker.type === 'activation') {
      root = { ...root, nodes: root.nodes.filter(node => node !== maker) }
      return { ...output, value: maker.inputs['in']?.[0] ?? output.value, head, fromScores: true }
    }
    root = { ...root, nodes: root.nodes.map(node => (node === maker ? withoutActivation(maker) : node)) }
    return { ...output, head, fromScores: true }
  })
  return { ...network, root, outputs }
}

function withoutActivation(node: LayerNode): LayerNode {
  const param = activationParam(node)
  return param === undefined ? node : { ...node, values: { ...node.values, [param]: 'linear' } }
}

function activationParam(node: LayerNode): string | undefined {
  const spec = blockOf(node.type)
  return spec?.kind === 'layer' ? spec.activationParam : undefined
}

/** The activation that made a value, inside groups too. */
function endsIn(network: Network, graph: Graph, value: ValueRef): unknown {
  const maker: Node | undefined = graph.nodes.find(node => node.block === value.block)
  if (!maker) return undefined
  if (maker.kind === 'call') {
    const inside = graphOf(network, maker.graph)
    const result = inside.results.find(r => r.block === value.port)
    return result ? endsIn(network, inside, result.value) : undefined
  }
  const param = activationParam(maker)
  return param === undefined ? undefined : maker.values[param]
}

/** Layers with the same weights are one layer in every framework, its activation too. */
function sharesWeights(graph: Graph, { block, weightsOf }: LayerNode): boolean {
  return (
    weightsOf !== undefined || graph.nodes.some(node => node.kind === 'layer' && node.weightsOf === block)
  )
}

function readers(graph: Graph, outputs: readonly NetworkOutput[], value: ValueRef): number {
  const same = (ref: ValueRef): boolean => ref.block === value.block && ref.port === value.port
  const inside = graph.nodes.flatMap(node =>
    node.kind === 'call' ? node.inputs : Object.values(node.inputs).flat()
  )
  return inside.filter(same).length + outputs.filter(output => same(output.value)).length
}
