import { groupUses } from '../document/integrity'
import type { Document, NetworkId } from '../document/schema'
import type { GraphAnalysis } from './analyse'
import type { Problem } from './problem'
import { reaching } from './rules/reach'

/**
 * All problems, each once: a definition is looked at for every set of types that it is given, and most that is
 * wrong in it is wrong in each. What leads to no output is left out of training: what is wrong there keeps
 * nobody from it.
 */
export function gathered(
  document: Document,
  root: GraphAnalysis,
  graphs: readonly GraphAnalysis[],
  ofDocument: readonly Problem[]
): readonly Problem[] {
  const live = liveGraphs(document, root)
  const networks = new Set([...live].map(graph => graph.network))
  const found = new Map<string, Problem>()
  const add = (problem: Problem, isLive: boolean): void => {
    const { code, place, message } = problem
    const key = JSON.stringify([code, place.network, place.block, place.port, place.param, message])
    const before = found.get(key)
    if (before && (before.severity === 'error' || !isLive)) return
    found.set(key, isLive ? problem : { ...problem, severity: 'warning' })
  }
  for (const graph of [root, ...graphs.filter(other => other !== root)])
    for (const id of graph.order)
      for (const problem of graph.blocks.get(id)?.problems ?? [])
        add(problem, live.has(graph) && takesPart(document, graph.network, id))
  for (const problem of ofDocument) {
    const { network, block } = problem.place
    const isLive = network === undefined || networks.has(network)
    add(
      problem,
      isLive && (network === undefined || block === undefined || takesPart(document, network, block))
    )
  }
  return [...found.values()]
}

/** The graphs that are trained: the root, and what its groups and theirs are where they lead to an output. */
function liveGraphs(document: Document, root: GraphAnalysis): ReadonlySet<GraphAnalysis> {
  const live = new Set([root])
  // A set hands out what is added to it while it is walked.
  for (const graph of live)
    for (const { block } of groupUses(document.networks[graph.network])) {
      const inside = graph.blocks.get(block)?.inside
      if (inside && takesPart(document, graph.network, block)) live.add(inside)
    }
  return live
}

/** Whether a block leads to an output; without any output every block does, so that nothing is played down. */
function takesPart(document: Document, network: NetworkId, block: string): boolean {
  const definition = document.networks[network]
  if (!definition) return true
  const reached = reaching(definition)
  return reached.size === 0 || reached.has(block)
}
