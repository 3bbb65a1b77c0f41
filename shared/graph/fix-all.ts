import type { Document } from '../document/schema'
import { createAnalyser } from './analyse'
import { changeBy } from './edits/apply'
import type { Edit } from './edits/edit'
import { fixEdits } from './fixes'
import { isError, type Fix, type Problem } from './problem'

/** What a document is mended by, and how many problems that mends. */
export interface Mending {
  readonly edits: readonly Edit[]
  readonly fixed: number
}

/** Fixes that take away what a person made are for that person to choose. */
const TAKES_AWAY: ReadonlySet<Edit['kind']> = new Set(['removeBlocks', 'disconnect', 'replaceBlock'])

export function isSafe(fix: Fix): boolean {
  return fix.edits.every(edit => !TAKES_AWAY.has(edit.kind))
}

/**
 * Takes one safe fix after another, errors first, each on what the ones before have left. A fix that does not mend its
 * problem, brings a new error or undoes an earlier one is left out, so that no two contradict each other. The edits
 * apply to the document in their order.
 */
export function mendingOf(document: Document): Mending {
  const analyse = createAnalyser()
  const mended = new Set<string>()
  const tried = new Set<string>()
  const edits: Edit[] = []
  let now = document
  for (;;) {
    const { problems } = analyse(now)
    const next = problems
      .toSorted((a, b) => Number(isError(b)) - Number(isError(a)))
      .find(problem => problem.fix && isSafe(problem.fix) && !tried.has(wordedKey(problem)))
    if (!next?.fix) return { edits, fixed: mended.size }
    tried.add(wordedKey(next))
    const taken = fixEdits(now, next.fix)
    const change = changeBy(now, taken)
    if (!change.ok) continue
    const after = analyse(change.value.document).problems
    const before = new Set(problems.map(keyOf))
    const breaks = after.some(problem => isError(problem) && !before.has(keyOf(problem)))
    const isThere = after.some(problem => keyOf(problem) === keyOf(next) || mended.has(keyOf(problem)))
    if (breaks || isThere) continue
    mended.add(keyOf(next))
    edits.push(...taken)
    now = change.value.document
  }
}

/** The same for the same problem, even where another fix has changed its words. */
function keyOf({ code, place }: Problem): string {
  return JSON.stringify([code, place.network, place.block, place.port, place.param])
}

/** Another one where the words have changed: what could not be mended before may be now. */
function wordedKey(problem: Problem): string {
  return `${keyOf(problem)} ${problem.message}`
}
