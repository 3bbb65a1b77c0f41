import type { Graph, GraphKey, Network } from '../network/network'
import type { PyStatement } from './python/statement'

/**
 * Writes each definition that is in use. One that is given other types elsewhere is written again only if that
 * makes other code: a convolution takes any height and width.
 */
export function writeDefinitions<Written extends { readonly statement: PyStatement }>(
  network: Network,
  nameFor: (graphName: string) => string,
  write: (graph: Graph, name: string, written: ReadonlyMap<GraphKey, Written>) => Written
): ReadonlyMap<GraphKey, Written> {
  const written = new Map<GraphKey, Written>()
  const versions = new Map<string, { readonly name: string; readonly code: string }[]>()
  for (const [key, graph] of network.graphs) {
    const definition = definitionOf(key)
    const known = versions.get(definition) ?? []
    const again = known
      .map(({ name, code }) => ({ made: write(graph, name, written), code }))
      .find(({ made, code }) => codeOf(made) === code)
    if (again) {
      written.set(key, again.made)
      continue
    }
    const name = nameFor(graph.name)
    const made = write(graph, name, written)
    written.set(key, made)
    versions.set(definition, [...known, { name, code: codeOf(made) }])
  }
  return written
}

/** The network of the document that a graph was lowered from. */
export function definitionOf(key: GraphKey): string {
  return key.slice(0, key.lastIndexOf('/'))
}

/** The statements of a module's definitions, those that are alike once. */
export function uniqueStatements(
  all: readonly { readonly statement: PyStatement }[]
): readonly PyStatement[] {
  return [...new Map(all.map(({ statement }) => [codeOf({ statement }), statement])).values()]
}

function codeOf({ statement }: { readonly statement: PyStatement }): string {
  return JSON.stringify(statement)
}
