import { ACTIVATIONS, type ActivationId } from '../../blocks/activations'
import { blockOf } from '../../blocks/registry'
import type { BlockId, Document, Edge, Network } from '../../document/schema'
import { lossOf, type Head, type LossId } from '../../training/losses'
import type { GraphAnalysis } from '../analyse'
import { fixFor } from '../fixes'
import type { Problem } from '../problem'
import { edgesInto } from '../wiring'
import type { Rule } from './rule'

/** The last activation fits the loss: softmax for cross-entropy, sigmoid for its binary form, none for numbers. */
export const heads: Rule = ({ document, root }) => {
  const network = document.networks[document.root]
  if (!network) return []
  return Object.entries(network.blocks).flatMap(([id, block]): readonly Problem[] => {
    const values = root.blocks.get(id)?.values
    const [edge] = edgesInto(network, id, 'in')
    const type = root.blocks.get(id)?.inTypes['in']?.[0]
    if (block.type !== 'output' || !values || !edge || type?.dtype !== 'float32') return []
    const last = lastActivation(network, root, edge)
    if (!last) return []
    const loss = lossOf(values['loss'] as LossId)
    const wanted: ActivationId = loss.head === 'none' ? 'linear' : loss.head
    if (last.activation === wanted) return []
    // ReLU before a squared error is a choice: what is predicted may never be negative.
    if (loss.head === 'none' && last.activation !== 'softmax') return []
    return [
      {
        code: 'head',
        severity: 'warning',
        place: { network: document.root, block: id },
        message: message(loss.label, loss.head, last.activation, last.name),
        fix: last.fix(document, edge, wanted)
      }
    ]
  })
}

function message(loss: string, head: Head, activation: ActivationId, name: string): string {
  const has = activation === 'linear' ? 'no activation' : ACTIVATIONS[activation].label
  if (head === 'none')
    return `${loss} compares numbers, but ${name} ends in ${has}, whose results lie between 0 and 1.`
  return `${loss} wants ${head} at the end, so that scores become probabilities; ${name} ends in ${has}. Its results are taken as scores.`
}

interface Last {
  readonly activation: ActivationId
  readonly name: string
  readonly fix: (document: Document, edge: Edge, wanted: ActivationId) => NonNullable<Problem['fix']>
}

function lastActivation(network: Network, root: GraphAnalysis, edge: Edge): Last | undefined {
  const id: BlockId = edge.from.block
  const block = network.blocks[id]
  const spec = block && blockOf(block.type)
  const values = root.blocks.get(id)?.values
  if (!block || spec?.kind !== 'layer' || !values) return undefined
  const param = spec.activationParam
  if (param !== undefined)
    return {
      activation: values[param] as ActivationId,
      name: block.name,
      fix: (document, _edge, wanted) => ({
        label:
          wanted === 'linear' ? `Take the activation off ${block.name}` : `Add ${wanted} to ${block.name}`,
        edits: [{ kind: 'setParam', network: document.root, block: id, name: param, value: wanted }]
      })
    }
  return {
    activation: 'linear',
    name: block.name,
    fix: (document, at, wanted) =>
      fixFor.insertOn(document.root, at, 'activation', network.blocks[at.to.block]?.name ?? '', {
        function: wanted
      })
  }
}
