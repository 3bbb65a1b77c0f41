import type { Graph, Node, ValueRef } from '../network/network'

export const keyOf = (ref: ValueRef): string => `${ref.block}:${ref.port}`

/** Values that the very next node reads, and nothing else: they can all be called `x`. */
export function passing(graph: Graph, results: readonly ValueRef[]): ReadonlySet<string> {
  const readers = new Map<string, Set<number>>()
  const note = (ref: ValueRef, reader: number): void => {
    const key = keyOf(ref)
    readers.set(key, (readers.get(key) ?? new Set()).add(reader))
  }
  for (const [i, node] of graph.nodes.entries()) for (const ref of readBy(node)) note(ref, i)
  for (const ref of results) note(ref, graph.nodes.length)
  const quiet = new Set<string>()
  for (const [i, node] of graph.nodes.entries()) {
    const ports = Object.keys(node.outTypes)
    const key = `${node.block}:${ports[0] ?? ''}`
    const by = [...(readers.get(key) ?? [])]
    if (ports.length === 1 && by.length === 1 && by[0] === i + 1) quiet.add(key)
  }
  return quiet
}

export function readBy(node: Node): readonly ValueRef[] {
  return node.kind === 'call' ? node.inputs : Object.values(node.inputs).flat()
}
