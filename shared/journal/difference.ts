import type { Printable } from '../document/print-json'
import type { Document } from '../document/schema'
import { isList, isTree, type Patch, type Path } from './patch'

/**
 * What makes `after` of `before`. Documents share what they have in common, so that only what an edit, an undo or a
 * redo has touched is looked into: what is the same object is not.
 */
export function differenceOf(before: Document, after: Document): readonly Patch[] {
  const patches: Patch[] = []
  compare(before, after, [], patches)
  return patches
}

function compare(before: unknown, after: unknown, at: Path, patches: Patch[]): void {
  if (isList(before) && isList(after)) {
    const splice = spliceOf(before, after, at)
    if (splice !== null) patches.push(splice)
  } else if (isTree(before) && isTree(after)) {
    for (const key of Object.keys(before))
      if (before[key] !== undefined && memberOf(after, key) === undefined)
        patches.push({ op: 'remove', at: [...at, key] })
    for (const [key, value] of Object.entries(after)) {
      const old = memberOf(before, key)
      if (value !== undefined && !Object.is(old, value)) compare(old, value, [...at, key], patches)
    }
  } else patches.push({ op: 'set', at, value: printable(after) })
}

/** The one stretch that is otherwise: edges come and go one at a time among thousands. `null` where nothing is. */
function spliceOf(before: readonly unknown[], after: readonly unknown[], at: Path): Patch | null {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && Object.is(before[from], after[from])) from += 1
  let same = 0
  while (same < shorter - from && Object.is(before.at(-1 - same), after.at(-1 - same))) same += 1
  const put = after.slice(from, after.length - same)
  const cut = before.length - same - from
  return put.length === 0 && cut === 0 ? null : { op: 'splice', at, from, cut, put: put.map(printable) }
}

function memberOf(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** A document is JSON all through, but for members that are `undefined`, which JSON leaves out. */
function printable(value: unknown): Printable {
  return value as Printable
}
