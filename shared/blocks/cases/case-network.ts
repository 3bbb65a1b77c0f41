import type { Graph, GraphInput, LayerNode, Network, Node, ValueRef } from '../../network/network'
import type { LayerBlock } from '../block'
import { insOf } from '../ins'
import { readParams, type AnyValues } from '../params'
import { layerBlockOf } from '../registry'
import { tensor, type TensorType } from '../tensor-type'
import type { BlockCase } from './block-case'

/** The block under test. */
export const TESTED = 'block-tested'

/**
 * A network with one block and an output for each of its ports, `output-0` and so on; the loss plays no part.
 * Its inputs are `input-0` and so on. A mask comes as in life, from an Embedding of token ids that end in zeros.
 */
export function caseNetwork(type: string, blockCase: BlockCase): Network {
  const inputs: GraphInput[] = []
  const before: Node[] = []
  const refs: Record<string, ValueRef[]> = {}
  const inTypes: Record<string, readonly TensorType[]> = {}
  for (const [port, given] of Object.entries(blockCase.inputs)) {
    const types = isList(given) ? given : [given]
    inTypes[port] = types
    refs[port] = types.map(wanted => {
      const block = `input-${inputs.length}`
      const enters = wanted.mask ? tensor([wanted.shape[0] ?? null], 'int32') : wanted
      inputs.push({ block, name: block, type: enters, field: block })
      if (!wanted.mask) return { block, port: 'out' }
      const id = `embedding-${inputs.length}`
      const params = {
        vocabulary: blockCase.vocabulary ?? TOKENS,
        dimension: wanted.shape[1] ?? 1,
        mask: true
      }
      before.push(layerNode(id, 'embedding', params, { in: [{ block, port: 'out' }] }, { in: [enters] }))
      return { block: id, port: 'out' }
    })
  }
  for (const [port, other] of Object.entries(blockCase.same ?? {})) {
    refs[port] = refs[other] ?? []
    inTypes[port] = inTypes[other] ?? []
  }
  const tested = layerNode(TESTED, type, blockCase.params ?? {}, refs, inTypes)
  const outputs = Object.entries(tested.outTypes).map(([port, outType], i) => ({
    block: `output-${i}`,
    name: `output-${i}`,
    value: { block: TESTED, port },
    type: outType,
    target: `target-${i}`,
    loss: 'meanSquaredError' as const,
    lossWeight: 1,
    head: 'none' as const,
    fromScores: false
  }))
  const root: Graph = { key: 'root', name: 'case', inputs, nodes: [...before, tested], results: [] }
  const training = { optimizer: { type: 'sgd', params: {} }, batch: 1, epochs: 1, seed: 1 }
  return { name: 'case', root, graphs: new Map(), outputs, training }
}

/** How many tokens a mask's Embedding knows. */
export const TOKENS = 5

function layerNode(
  block: string,
  type: string,
  params: AnyValues,
  inputs: LayerNode['inputs'],
  inTypes: LayerNode['inTypes']
): LayerNode {
  const spec = layerBlockOf(type)
  const values = readParams(spec.params, params)
  if (!values.ok) throw new Error(`${type}: ${values.error.map(e => e.message).join(', ')}`)
  const ins = insOf(spec, inTypes)
  const out = spec.infer(ins, values.value)
  if (!out.ok) throw new Error(`${type}: ${out.error.message}`)
  const ports = spec.outputs?.(values.value) ?? ['out']
  return {
    kind: 'layer',
    block,
    name: block,
    type,
    values: values.value,
    inputs: byPort(spec, inputs),
    inTypes: byPort(spec, inTypes),
    outTypes: Object.fromEntries(
      out.value.flatMap((t, i) => (ports[i] === undefined ? [] : [[ports[i], t]]))
    ),
    weights: spec.weights?.(ins, values.value) ?? [],
    frozen: false
  }
}

/** In the order of the block's ports, as a document is lowered. */
function byPort<T>(
  spec: LayerBlock,
  of: Readonly<Record<string, readonly T[]>>
): Record<string, readonly T[]> {
  return Object.fromEntries(Object.keys(spec.inputs).map(port => [port, of[port] ?? []]))
}

function isList(given: TensorType | readonly TensorType[]): given is readonly TensorType[] {
  return Array.isArray(given)
}
