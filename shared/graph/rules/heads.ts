import { ACTIVATIONS, type ActivationId } from '../../blocks/activation-table'
import { findDataset } from '../../datasets/registry'
import type { BlockId, Document, Edge, Network } from '../../document/schema'
import { lossOf, type Head, type LossId } from '../../training/losses'
import type { GraphAnalysis } from '../analyse'
import { fixFor } from '../fixes'
import type { Fix, Problem } from '../problem'
import { edgesInto } from '../wiring'
import { backThrough, endingOf, NORMS_AND_DROPOUT, type Ending } from './last-activation'
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
    const loss = lossOf(values['loss'] as LossId)
    const last = lastEnding(network, root, edge, wantedBy(loss.head))
    const place = { network: document.root, block: id }
    if (!last || last.activation === wantedBy(loss.head)) return []
    if (loss.head === 'none' && last.activation !== 'softmax')
      return cutOff(document, last, String(values['target'])).map(problem => ({ ...problem, place }))
    return [
      {
        code: 'head',
        severity: 'warning',
        place,
        message: message(loss.label, loss.head, last),
        fix: endIn(document, network, last, edge, wantedBy(loss.head))
      }
    ]
  })
}

const wantedBy = (head: Head): ActivationId => (head === 'none' ? 'linear' : head)

const DROPOUT: ReadonlySet<string> = new Set(['dropout'])

/** What the scores come from; a Dropout between changes nothing of that. What else stands behind the wanted one is told of by `placement`. */
function lastEnding(
  network: Network,
  root: GraphAnalysis,
  edge: Edge,
  wanted: ActivationId
): Ending | undefined {
  const ending = (types: ReadonlySet<string>): Ending | undefined => {
    const from: BlockId | undefined = backThrough(network, edge, types).edge?.from.block
    return from === undefined ? undefined : endingOf(network, root, from)
  }
  const behindAll = ending(NORMS_AND_DROPOUT)
  return behindAll?.activation === wanted ? behindAll : ending(DROPOUT)
}

function message(loss: string, head: Head, { activation, block: { name } }: Ending): string {
  const has = activation === 'linear' ? 'no activation' : ACTIVATIONS[activation].label
  if (head === 'none')
    return `${loss} compares numbers, but ${name} ends in ${has}, whose results lie between 0 and 1.`
  return `${loss} wants ${head} at the end, so that scores become probabilities; ${name} ends in ${has}. Its results are taken as scores.`
}

/** What the results of these can be; standardised numbers lie around 0, and a third of them beyond ±1. */
const BOUNDS: Partial<Record<ActivationId, string>> = {
  relu: 'never below 0',
  relu6: 'from 0 to 6',
  sigmoid: 'from 0 to 1',
  hardSigmoid: 'from 0 to 1',
  softplus: 'never below 0',
  logSigmoid: 'never above 0',
  exponential: 'never below 0',
  gelu: 'hardly ever below 0',
  geluTanh: 'hardly ever below 0',
  silu: 'hardly ever below 0',
  hardSilu: 'hardly ever below 0',
  mish: 'hardly ever below 0',
  tanh: 'from −1 to 1',
  hardTanh: 'from −1 to 1',
  softsign: 'from −1 to 1'
}

/** An activation that can't reach numbers which are standardised; for others it is a choice. */
function cutOff(document: Document, last: Ending, target: string): readonly Omit<Problem, 'place'>[] {
  const bounds = BOUNDS[last.activation]
  const data = document.data && findDataset(document.data.source)
  const field = data?.fields.find(({ name }) => name === target)
  if (bounds === undefined || last.param === undefined) return []
  if (field?.kind !== 'vector' || field.preprocessing !== 'standardise') return []
  return [
    {
      code: 'head-range',
      severity: 'warning',
      message: `${last.block.name} ends in ${ACTIVATIONS[last.activation].label}, whose results are ${bounds}, but ${field.label} has numbers below and above.`,
      fix: setEnding(document, last.id, last.block.name, last.param, 'linear')
    }
  ]
}

function endIn(document: Document, network: Network, last: Ending, edge: Edge, wanted: ActivationId): Fix {
  return last.param === undefined
    ? fixFor.insertOn(document.root, edge, 'activation', network.blocks[edge.to.block]?.name ?? '', {
        function: wanted
      })
    : setEnding(document, last.id, last.block.name, last.param, wanted)
}

function setEnding(
  document: Document,
  block: BlockId,
  called: string,
  name: string,
  value: ActivationId
): Fix {
  return {
    label: value === 'linear' ? `Take the activation off ${called}` : `Add ${value} to ${called}`,
    edits: [{ kind: 'setParam', network: document.root, block, name, value }]
  }
}
