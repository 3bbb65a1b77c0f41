import { originAt, placeOf, type BlockPlace } from '../../shared/codegen/origin'
import type { PrintedModule } from '../../shared/codegen/python/print'
import type { ModelSource, Target } from '../../shared/codegen/target'
import type { BlockId, NetworkId } from '../../shared/document/schema'
import { fail, ok, type Result } from '../../shared/result'

interface Last {
  readonly source: ModelSource
  readonly result: Result<PrintedModule, string>
}

const last = new Map<string, Last>()

/**
 * A network in the words of a target; the same source is printed once. A mistake of a printer costs the code, never
 * the window.
 */
export function printed(target: Target, source: ModelSource): Result<PrintedModule, string> {
  const before = last.get(target.id)
  if (before?.source === source) return before.result
  const result = print(target, source)
  last.set(target.id, { source, result })
  return result
}

function print(target: Target, source: ModelSource): Result<PrintedModule, string> {
  try {
    return ok(target.model(source))
  } catch (reason) {
    return fail(reason instanceof Error ? reason.message : String(reason))
  }
}

/** All lines, from 1, that come from these blocks of a network; `null` is the root. */
export function linesOfBlocks(
  { lines }: PrintedModule,
  network: NetworkId | null,
  blocks: ReadonlySet<BlockId>
): ReadonlySet<number> {
  const lit = new Set<number>()
  for (const block of blocks)
    for (const [from, to] of lines.get(originAt({ network, block })) ?? [])
      for (let line = from; line <= to; line++) lit.add(line)
  return lit
}

/** The block that a line comes from. */
export function placeAtLine({ lines }: PrintedModule, line: number): BlockPlace | null {
  for (const [origin, ranges] of lines)
    if (ranges.some(([from, to]) => from <= line && line <= to)) return placeOf(origin)
  return null
}
