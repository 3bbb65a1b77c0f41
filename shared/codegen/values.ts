import type { BlockId } from '../document/schema'
import type { Graph, ValueRef } from '../network/network'
import { keyOf } from './passing'
import { name, tuple, type PyExpr } from './python/expr'
import type { Names } from './python/names'
import { returns, withOrigin, type PyStatement } from './python/statement'

/** What stands for a value of the graph, once its maker is written. */
export function valueAt<T extends object>(values: ReadonlyMap<string, T>, ref: ValueRef): T {
  const value = values.get(keyOf(ref))
  if (!value) throw new Error(`nothing makes ${keyOf(ref)}`)
  return value
}

/** `x` for what only passes by (see `passing`), else a name of its own, after its block. */
export function variableFor(
  ref: ValueRef,
  wanted: string,
  quiet: ReadonlySet<string>,
  locals: Names
): PyExpr {
  if (quiet.has(keyOf(ref))) return name('x')
  return name(locals.unique(ref.port === 'out' ? wanted : `${wanted} ${ref.port}`))
}

export function oneOrTuple(values: readonly PyExpr[]): PyExpr {
  const [only] = values
  return values.length === 1 && only ? only : tuple(values)
}

/** The lines, and what they return; `x = f(x)` before `return x` becomes `return f(x)`. */
export function returning(lines: readonly PyStatement[], value: PyExpr): readonly PyStatement[] {
  const last = lines.at(-1)
  return value.kind === 'name' && value.name === 'x' && last?.kind === 'assign' && last.value
    ? [...lines.slice(0, -1), ...withOrigin(last.origin ?? '', [returns(last.value)])]
    : [...lines, returns(value)]
}

/** Blocks whose weights others use too. */
export function sharedOwners(graph: Graph): ReadonlySet<BlockId> {
  return new Set(graph.nodes.flatMap(n => (n.kind === 'layer' && n.weightsOf ? [n.weightsOf] : [])))
}
