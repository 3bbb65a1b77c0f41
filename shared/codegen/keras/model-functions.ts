import { graphOf } from '../../network/flatten'
import type { GraphKey, Network } from '../../network/network'
import { definitionOf, writeDefinitions } from '../definitions'
import type { DataPlan } from '../data-plan'
import { endComment, shown, titleOf } from '../prose'
import { createNames, snakeCase } from '../python/names'
import { graphFunction, type GraphFunction } from './graph-function'

/** All that the module uses besides the functions of definitions. */
const RESERVED = (
  'argparse os keras layers np build_model compile_model describe load_data load_weights main predict ' +
  'read_arguments save_weights show_examples train_data validation_data test_data model args results inputs targets'
).split(' ')

export interface ModelFunctions {
  readonly root: GraphFunction
  readonly definitions: ReadonlyMap<GraphKey, GraphFunction>
}

/** A function for each definition in use, and `build_model` for the network itself. */
export function modelFunctions(network: Network, plan: DataPlan): ModelFunctions {
  const names = createNames(RESERVED)
  const frozen = frozenSomewhere(network)
  const definitions = writeDefinitions<GraphFunction>(
    network,
    names.unique,
    (graph, functionName, functions) =>
      graphFunction(graph, {
        functionName,
        docstring: `The group ${shown(graph.name)}; the names of its layers begin with name.`,
        functions,
        takesTrainable: frozen.has(definitionOf(graph.key))
      })
  )
  const root = graphFunction(network.root, {
    functionName: 'build_model',
    docstring: `The network ${titleOf(network)}: each layer is called on what goes into it.`,
    functions: definitions,
    root: { outputs: plan.outputs, modelName: snakeCase(network.name), ...endComment(plan) }
  })
  return { root, definitions }
}

/** Definitions with an instance that does not learn, and all that those use. */
function frozenSomewhere(network: Network): ReadonlySet<string> {
  const found = new Set<string>()
  const add = (key: GraphKey): void => {
    if (found.has(definitionOf(key))) return
    found.add(definitionOf(key))
    for (const node of graphOf(network, key).nodes) if (node.kind === 'call') add(node.graph)
  }
  for (const graph of [network.root, ...network.graphs.values()])
    for (const node of graph.nodes) if (node.kind === 'call' && node.frozen) add(node.graph)
  return found
}
