import type { TorchHelper } from '../../blocks/block'
import type { GraphKey, Network } from '../../network/network'
import { batchShape, type DataPlan } from '../data-plan'
import { writeDefinitions } from '../definitions'
import { endComment, listed, shown, titleOf } from '../prose'
import { createNames } from '../python/names'
import { graphClass, type GraphClass } from './graph-class'
import { layoutAtEdge } from './layout'
import type { Dim, TensorType } from '../../blocks/tensor-type'

/** All that the module uses besides the classes of definitions. */
const RESERVED =
  'SEED BATCH_SIZE EPOCHS LEARNING_RATE DATA_FILE DEVICE F Path DataLoader TensorDataset'.split(' ')

export interface ModelClasses {
  readonly root: GraphClass
  readonly definitions: ReadonlyMap<GraphKey, GraphClass>
  /** Classes of ours that the layers need, each once. */
  readonly helpers: readonly TorchHelper[]
}

/** A class for each definition in use, and one for the network itself. */
export function modelClasses(network: Network, plan: DataPlan, taken: readonly string[] = []): ModelClasses {
  const names = createNames([...RESERVED, ...taken])
  const rootName = names.className(network.name)
  const definitions = writeDefinitions<GraphClass>(network, names.className, (graph, className, classes) =>
    graphClass(graph, { className, docstring: `The group ${shown(graph.name)}.`, classes })
  )
  const given = network.root.inputs.map(
    input => `${shown(input.name)} ${batchShape(shapeInTorch(input.type))}`
  )
  const answered = plan.outputs.map(
    ({ output }) =>
      `${output.fromScores ? 'scores for ' : ''}${shown(output.name)} ${batchShape(output.type.shape)}`
  )
  const root = graphClass(network.root, {
    className: rootName,
    docstring: `The network ${titleOf(network)}.`,
    forwardDocstring: `From ${listed(given)} to ${listed(answered)}.`,
    classes: definitions,
    outputs: network.outputs,
    ...endComment(plan)
  })
  const all = [...definitions.values(), root].flatMap(c => c.helpers)
  const helpers = [...new Map(all.map(helper => [helper.name, helper])).values()]
  const helperNames = helpers.map(helper => helper.name)
  // Which helpers there are is known only now: where one was not reckoned with, names are given out again.
  return helperNames.every(name => taken.includes(name))
    ? { root, definitions, helpers }
    : modelClasses(network, plan, helperNames)
}

/** Images have their channels first. */
function shapeInTorch(type: TensorType): readonly Dim[] {
  const { shape } = type
  const isImage = layoutAtEdge(type).kind === 'channels-first'
  return isImage ? [shape.at(-1) ?? null, ...shape.slice(0, -1)] : shape
}
