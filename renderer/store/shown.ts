import type { Network, NetworkId } from '../../shared/document/schema'
import { useDocument } from './document'
import { useSession } from './session'

/** The network on the canvas: the one asked for, or the root where that is no longer there. */
export function shownNetwork(): { readonly id: NetworkId; readonly network: Network } {
  const { document } = useDocument.getState()
  const asked = useSession.getState().network
  const id = asked !== null && document.networks[asked] !== undefined ? asked : document.root
  const network = document.networks[id]
  if (network === undefined) throw new Error(`no network ${id}`)
  return { id, network }
}

/** As `shownNetwork`, for components. */
export function useShownNetworkId(): NetworkId {
  const asked = useSession(s => s.network)
  return useDocument(({ document }) =>
    asked !== null && document.networks[asked] !== undefined ? asked : document.root
  )
}
