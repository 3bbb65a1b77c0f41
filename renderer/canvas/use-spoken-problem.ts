import type { BlockId, Document, NetworkId } from '../../shared/document/schema'
import { isError, type Problem } from '../../shared/graph/problem'
import { problemKey } from '../problems/problem-key'
import { analysisOf, problemsAt } from '../store/analysis'
import { useDocument } from '../store/document'
import { useSession } from '../store/session'

/**
 * The problem whose words stand beside a block: one at a time on the canvas, at the block that is selected, else at
 * the first that keeps the network from training. Hints wait to be asked for by a selection.
 */
export function useSpokenProblem(network: NetworkId, id: BlockId): Problem | undefined {
  const selected = useSession(s => s.selection.size === 1 && s.selection.has(id))
  const otherSelected = useSession(s =>
    otherProblemSelected(s.selection, useDocument.getState().document, network, id)
  )
  const hidden = useSession(s => s.hidden)
  const problem = useDocument(({ document }) => {
    if (selected) return problemsAt(document, network, id)[0]
    return otherSelected ? undefined : firstError(document, network, id)
  })
  return problem && problemKey(problem) !== hidden ? problem : undefined
}

function otherProblemSelected(
  selection: ReadonlySet<BlockId>,
  document: Document,
  network: NetworkId,
  id: BlockId
): boolean {
  const [only] = selection
  return (
    selection.size === 1 &&
    only !== undefined &&
    only !== id &&
    problemsAt(document, network, only).length > 0
  )
}

function firstError(document: Document, network: NetworkId, id: BlockId): Problem | undefined {
  const first = analysisOf(document).problems.find(
    problem => isError(problem) && problem.place.network === network && problem.place.block !== undefined
  )
  return first?.place.block === id ? first : undefined
}
