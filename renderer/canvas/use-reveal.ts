import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import { useDocument } from '../store/document'
import { shownNetwork } from '../store/shown'
import { size } from './layout/measures'
import { registerReveal } from './reveal'
import { isInSight, openingView, readable, type Box } from './view'

/** Lets commands bring a block into sight: with all others where that can be read, else in the middle. */
export function useReveal(): void {
  const flow = useReactFlow()
  const store = useStoreApi()
  useEffect(() => {
    registerReveal(block => {
      const { id } = shownNetwork()
      const { width, height } = store.getState()
      const at = block === undefined ? undefined : useDocument.getState().document.view.positions[id]?.[block]
      const all = flow.getNodesBounds(flow.getNodes())
      const wanted: Box = at ? { ...at, ...size } : all
      if (isInSight(wanted, flow.getViewport(), { width, height })) return
      const view = openingView(all, { width, height })
      if (isInSight(wanted, view, { width, height })) void flow.setViewport(view, { duration: 200 })
      else {
        const zoom = Math.max(readable, flow.getZoom())
        void flow.setCenter(wanted.x + size.width / 2, wanted.y + size.height / 2, { zoom, duration: 200 })
      }
    })
    return () => registerReveal(null)
  }, [flow, store])
}
