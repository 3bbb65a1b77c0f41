import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { BlockId, Document, NetworkId } from '../../shared/document/schema'
import type { Picture } from '../../shared/training/protocol'
import { runIdOf } from '../../shared/training/reduce-run'
import { useDocument } from '../store/document'
import { dropPictures, usePictures } from '../store/pictures'
import { sameNetwork } from '../store/same-network'
import { useThumbnails } from '../store/thumbnails'
import { useTraining, watch } from '../store/training'
import { instancePath } from './instance-path'

/** Asks the trainer for pictures while somebody sees them, and drops those of a network that is no longer shown. */
export function useWatching(): void {
  const on = useThumbnails(s => s.on)
  const runId = useTraining(s => runIdOf(s.run))
  const trained = useTraining(s => s.trained)
  const isCurrent = useDocument(s => trained !== null && isSame(trained, s.document))
  const visible = useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible')
  const wanted = on && isCurrent && runId !== null
  useEffect(() => {
    if (!wanted || !visible) return
    watch(true)
    return () => watch(false)
  }, [wanted, visible, runId])
  useEffect(() => (wanted ? dropPictures : undefined), [wanted, runId])
}

function onVisibility(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}

let last: { readonly trained: Document; readonly shown: Document; readonly same: boolean } | null = null

/** `sameNetwork`, which prints both, asked again only after more than a move. */
function isSame(trained: Document, shown: Document): boolean {
  if (trained.networks === shown.networks && trained.data === shown.data) return true
  if (last?.trained !== trained || last.shown.networks !== shown.networks || last.shown.data !== shown.data)
    last = { trained, shown, same: sameNetwork(trained, shown) }
  return last.same
}

function usePath(network: NetworkId): string | null {
  return useDocument(s => instancePath(s.document, network))
}

/** The blocks of a network that have a picture; the same set while no picture comes or goes. */
export function usePictured(network: NetworkId): ReadonlySet<BlockId> {
  const path = usePath(network)
  const paths = usePictures(s => s.paths)
  return useMemo(() => {
    const own = [...paths].filter(each => path !== null && each.startsWith(path))
    return new Set(own.map(each => each.slice(path?.length)).filter(id => !id.includes('/')))
  }, [path, paths])
}

export function usePicture(network: NetworkId, id: BlockId): Picture | undefined {
  const path = usePath(network)
  return usePictures(s => (path === null ? undefined : s.pictures.get(path + id)))
}
