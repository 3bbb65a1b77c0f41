import { groupParams } from '../../shared/blocks/structural'
import type { Document, NetworkId } from '../../shared/document/schema'

/**
 * Where the inside of a definition lies in the network with every group opened, as a path that the ids of its blocks
 * follow: that of its first instance and its first repeat, `residual-1/0/`. `null` for one that is never used.
 */
export function instancePath(document: Document, network: NetworkId): string | null {
  const seen = new Set<NetworkId>([document.root])
  const waiting: { readonly id: NetworkId; readonly path: string }[] = [{ id: document.root, path: '' }]
  for (const { id, path } of waiting) {
    if (id === network) return path
    for (const [block, { type, params }] of Object.entries(document.networks[id]?.blocks ?? {})) {
      if (type !== 'group') continue
      const { network: inside } = groupParams({ network: '', repeat: 1, ...params })
      if (seen.has(inside)) continue
      seen.add(inside)
      waiting.push({ id: inside, path: `${path}${block}/0/` })
    }
  }
  return null
}
