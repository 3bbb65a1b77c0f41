import type { PrintedModule } from '../../shared/codegen/python/print'
import type { Target } from '../../shared/codegen/target'
import type { DatasetInfo, SplitCounts } from '../../shared/datasets/dataset'
import type { BlockId } from '../../shared/document/schema'
import type { Network } from '../../shared/network/network'
import { fail, ok, type Result } from '../../shared/result'

interface Last {
  readonly network: Network
  readonly dataset: DatasetInfo | null
  readonly split: SplitCounts | null
  readonly result: Result<PrintedModule, string>
}

const last = new Map<string, Last>()

/**
 * A network in the words of a target; the same network is printed once. A mistake of a printer costs the code,
 * never the window.
 */
export function printed(
  target: Target,
  network: Network,
  dataset: DatasetInfo | null,
  split: SplitCounts | null
): Result<PrintedModule, string> {
  const before = last.get(target.id)
  if (before?.network === network && before.dataset === dataset && before.split === split)
    return before.result
  const result = print(target, network, dataset, split)
  last.set(target.id, { network, dataset, split, result })
  return result
}

function print(
  ...[target, network, dataset, split]: Parameters<typeof printed>
): Result<PrintedModule, string> {
  try {
    return ok(target.model({ network, ...(dataset && split && { data: { dataset, split } }) }))
  } catch (reason) {
    return fail(reason instanceof Error ? reason.message : String(reason))
  }
}

/** All lines, from 1, that come from these blocks. */
export function linesOfBlocks({ lines }: PrintedModule, blocks: ReadonlySet<BlockId>): ReadonlySet<number> {
  const lit = new Set<number>()
  for (const block of blocks)
    for (const [from, to] of lines.get(block) ?? []) for (let line = from; line <= to; line++) lit.add(line)
  return lit
}

/** The block that a line comes from. */
export function blockAtLine({ lines }: PrintedModule, line: number): BlockId | undefined {
  for (const [block, ranges] of lines)
    if (ranges.some(([from, to]) => from <= line && line <= to)) return block
  return undefined
}
