import type { Printable } from '../document/print-json'
import { fail, ok, type Result } from '../result'

/** The keys that lead to a place in a document; through records alone, since lists are changed as lists. */
export type Path = readonly string[]

/** What is otherwise at one place of a document. */
export type Patch =
  | { readonly op: 'set'; readonly at: Path; readonly value: Printable }
  | { readonly op: 'remove'; readonly at: Path }
  /** In a list, `cut` members from `from` on give way to `put`. */
  | {
      readonly op: 'splice'
      readonly at: Path
      readonly from: number
      readonly cut: number
      readonly put: readonly Printable[]
    }

/** Far beyond what a document needs: a parameter lies 7 deep, and an id has 64 letters. */
const most = { depth: 16, key: 128 }

export function isPatch(value: unknown): value is Patch {
  if (!isTree(value) || !isPath(value['at'])) return false
  const { op, from, cut } = value
  if (op === 'set') return value['value'] !== undefined && value['at'].length > 0
  if (op === 'remove') return value['at'].length > 0
  return op === 'splice' && isCount(from) && isCount(cut) && Array.isArray(value['put'])
}

/**
 * Changes `document`, a tree as JSON gives it, as the patches say; these stay as they are. Where one doesn't fit, those
 * before it are made, and the reason is in words.
 */
export function applyPatches(document: Tree, patches: readonly Patch[]): Result<null, string> {
  for (const patch of patches) {
    const refusal = applyPatch(document, patch)
    if (refusal !== null) return fail(`${patch.at.join('.')}: ${refusal}`)
  }
  return ok(null)
}

function applyPatch(document: Tree, patch: Patch): string | null {
  const keys = [...patch.at]
  const last = keys.pop()
  if (last === undefined || patch.at.some(key => key in Object.prototype)) return 'no place in a document'
  let parent = document
  for (const key of keys) {
    const next = Object.hasOwn(parent, key) ? parent[key] : undefined
    if (!isTree(next)) return `there is no ${key}`
    parent = next
  }
  switch (patch.op) {
    case 'set':
      parent[last] = structuredClone(patch.value)
      return null
    case 'remove':
      delete parent[last]
      return null
    case 'splice': {
      const list: unknown = Object.hasOwn(parent, last) ? parent[last] : undefined
      const { from, cut, put } = patch
      if (!isList(list)) return 'there is no list'
      if (from + cut > list.length) return `there are ${list.length}, not ${from + cut}`
      parent[last] = [...list.slice(0, from), ...structuredClone(put), ...list.slice(from + cut)]
      return null
    }
  }
}

/** A record as JSON gives it, which may be changed. */
export type Tree = Record<string, unknown>

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `Array.isArray`, which does not take a value of unknown type for a list of anything. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

function isPath(value: unknown): value is Path {
  return (
    Array.isArray(value) &&
    value.length <= most.depth &&
    value.every(key => typeof key === 'string' && key.length <= most.key && !(key in Object.prototype))
  )
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}
