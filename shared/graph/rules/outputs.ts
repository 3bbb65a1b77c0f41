import type { TensorType } from '../../blocks/tensor-type'
import { findDataset } from '../../datasets/registry'
import { targetFields, targetOf } from '../../datasets/target'
import type { BlockId, Document, Edge, Network } from '../../document/schema'
import { LOSSES, lossOf, usualLoss, type LossId } from '../../training/losses'
import type { GraphAnalysis } from '../analyse'
import { fixFor, insertion } from '../fixes'
import type { Fix, Problem } from '../problem'
import { edgesInto } from '../wiring'
import { mainPath } from './main-path'
import { outputMisfit } from './output-misfit'
import type { Rule } from './rule'

/** What reaches an Output is what its loss and its target ask for; the fix goes to the cause. */
export const outputs: Rule = ({ document, root }) => {
  const network = document.networks[document.root]
  if (!network) return []
  return Object.entries(network.blocks).flatMap(([id, block]) =>
    block.type === 'output' ? checkOutput(document, network, root, id) : []
  )
}

function checkOutput(document: Document, network: Network, root: GraphAnalysis, id: BlockId): Problem[] {
  const known = root.blocks.get(id)
  const values = known?.values
  const name = network.blocks[id]?.name ?? id
  const place = { network: document.root, block: id }
  const type = known?.inTypes['in']?.[0]
  const data = document.data && findDataset(document.data.source)
  const misfit = type && outputMisfit(document, name, values ?? null, type)
  if (misfit && misfit.code !== 'output-shape')
    return [
      {
        code: misfit.code,
        severity: 'error',
        place,
        message: `${misfit.message}.`,
        expected: misfit.expected,
        ...(misfit.code === 'output-sequence' && fixForSequence(document, network, root, id))
      }
    ]
  if (!values || !data) return []
  const field = data.fields.find(f => f.name === values['target'])
  const target = field && targetOf(field)
  if (!target) {
    const targets = targetFields(data)
    const [first] = targets
    return [
      {
        code: 'unknown-target',
        severity: 'error',
        place: { ...place, param: 'target' },
        message: `“${name}” compares with the field “${String(values['target'])}”, but ${data.label} has ${targets.map(f => f.name).join(', ')}.`,
        ...(first && {
          fix: fixFor.setParam(document.root, id, 'target', first.name, { target: { label: 'Target' } })
        })
      }
    ]
  }
  const loss = lossOf(values['loss'] as LossId)
  if (loss.target !== target.kind || (values['loss'] === 'binaryCrossEntropy' && target.size !== 2)) {
    const fitting = usualLoss(target.kind)
    return [
      {
        code: 'loss-target',
        severity: 'error',
        place: { ...place, param: 'loss' },
        message: `${loss.label} does not fit ${field.label}, which has ${target.kind === 'category' ? `${target.size} classes` : 'numbers'}.`,
        fix: {
          label: `Use ${LOSSES[fitting].label.toLowerCase()}`,
          edits: [{ kind: 'setParam', network: document.root, block: id, name: 'loss', value: fitting }]
        }
      }
    ]
  }
  if (!type || !misfit) return []
  const cause = wrongShape(document, network, root, id, type, Number(loss.shape(target)[0]))
  return [
    {
      code: misfit.code,
      severity: 'error',
      place,
      message: `${misfit.message}${cause.because}.`,
      expected: misfit.expected,
      fix: cause.fix
    }
  ]
}

/** The likeliest slip behind a wrong shape, and its mend. */
function wrongShape(
  document: Document,
  network: Network,
  root: GraphAnalysis,
  id: BlockId,
  type: TensorType,
  wanted: number
): { readonly because: string; readonly fix: Fix } {
  const path = mainPath(network, id)
  const typeOf = (edge: Edge): TensorType | undefined =>
    root.blocks.get(edge.from.block)?.outTypes[edge.from.port]
  const blockAt = (edge: Edge | undefined) => network.blocks[edge?.to.block ?? '']
  const last = path.find(edge => {
    const maker = network.blocks[edge.from.block]
    return maker !== undefined && !PASSING.has(maker.type)
  })
  const maker = network.blocks[last?.from.block ?? '']
  const resized: Fix | undefined =
    last && maker?.type === 'dense' && type.shape.at(-1) !== wanted
      ? {
          label: `Set ${maker.name} to ${wanted} ${wanted === 1 ? 'unit' : 'units'}`,
          edits: [
            { kind: 'setParam', network: document.root, block: last.from.block, name: 'units', value: wanted }
          ]
        }
      : undefined
  if (type.shape.length > 1) {
    const slip = path.findLast(
      edge => blockAt(edge)?.type === 'dense' && (typeOf(edge)?.shape.length ?? 0) > 1
    )
    if (slip) {
      const isImage = typeOf(slip)?.shape.length === 3
      const denseName = blockAt(slip)?.name ?? 'Dense'
      return {
        because: `: ${denseName} works on each ${isImage ? 'pixel' : 'step'} by itself`,
        fix: both(fixFor.insertOn(document.root, slip, 'flatten', denseName), resized)
      }
    }
  }
  if (type.shape.length === 1 && resized)
    return { because: `: ${maker?.name ?? 'it'} has ${String(type.shape[0])} units`, fix: resized }
  return { because: '', fix: closing(document, network, root, id, type, wanted) }
}

function both(first: Fix, second: Fix | undefined): Fix {
  if (!second) return first
  const more = second.label.charAt(0).toLowerCase() + second.label.slice(1)
  return { label: `${first.label}, and ${more}`, edits: [...first.edits, ...second.edits] }
}

/** Blocks that hand shapes on as they are. */
const PASSING: ReadonlySet<string> = new Set([
  'activation',
  'dropout',
  'batchNormalization',
  'layerNormalization'
])

/** A Dense of the right size before the Output, behind a Flatten where there are several axes. */
function closing(
  document: Document,
  network: Network,
  root: GraphAnalysis,
  id: BlockId,
  type: TensorType,
  wanted: number
): Fix {
  const [edge] = edgesInto(network, id, 'in')
  if (!edge) throw new Error(`nothing arrives at ${id}`)
  const head = wanted === 1 ? 'sigmoid' : 'softmax'
  const loss = lossOf(root.blocks.get(id)?.values?.['loss'] as LossId).head
  const dense = insertion(document.root, edge, 'dense', {
    units: wanted,
    activation: loss === 'none' ? 'linear' : head
  })
  if (type.shape.length === 1) return { label: `Insert Dense with ${wanted} units`, edits: [dense] }
  return {
    label: 'Insert Flatten and Dense',
    // Both go onto the same edge, the later one before the earlier one.
    edits: [
      dense,
      { ...insertion(document.root, { from: edge.from, to: { block: 'dense-new', port: 'in' } }, 'flatten') }
    ]
  }
}

/** Blocks that do the same to a sequence's steps and to a single vector. */
const BY_STEP: ReadonlySet<string> = new Set(['dense', 'activation', 'dropout', 'layerNormalization'])

function fixForSequence(
  document: Document,
  network: Network,
  root: GraphAnalysis,
  id: BlockId
): { fix?: Fix } {
  // As far back as each step is treated by itself.
  const all = mainPath(network, id)
  const mixing = all.findIndex(edge => !BY_STEP.has(network.blocks[edge.from.block]?.type ?? ''))
  const path = mixing === -1 ? all : all.slice(0, mixing + 1)
  const recurrent = path.find(edge => network.blocks[edge.from.block]?.type === 'lstm')
  if (recurrent) {
    const maker = network.blocks[recurrent.from.block]
    return {
      fix: {
        label: `Let ${maker?.name ?? 'it'} return its last result only`,
        edits: [
          {
            kind: 'setParam',
            network: document.root,
            block: recurrent.from.block,
            name: 'returnSequences',
            value: false
          }
        ]
      }
    }
  }
  // Averaged where the sequence enters the last Dense, or right before the Output.
  const dense = path.find(edge => network.blocks[edge.to.block]?.type === 'dense')
  const edge = dense ?? path[0]
  const type = edge && root.blocks.get(edge.from.block)?.outTypes[edge.from.port]
  return edge && type?.shape.length === 2
    ? {
        fix: fixFor.insertOn(
          document.root,
          edge,
          'globalAveragePooling1d',
          network.blocks[edge.to.block]?.name ?? ''
        )
      }
    : {}
}
