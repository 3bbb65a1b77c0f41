import type { Problem } from '../../shared/graph/problem'
import { reveal } from '../canvas/reveal'
import { useDocument } from '../store/document'
import { select, showNetwork, useSession } from '../store/session'

/** Selects the block of a problem, on the canvas of its network, and says its words there. */
export function showProblem({ place: { network, block } }: Problem): void {
  if (network === undefined || block === undefined) return
  showNetwork(network === useDocument.getState().document.root ? null : network)
  select([block])
  reveal(block)
  useSession.setState({ hidden: null, problemsOpen: false })
}
