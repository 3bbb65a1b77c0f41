import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import { useDocument } from '../store/document'
import { shownNetwork } from '../store/shown'
import { size } from './layout/measures'
import { registerCanvas } from './reveal'
import { isInSight, openingView, pannedTo, readable, type Box } from './view'

/** Lets commands bring a block into sight: with all others where that can be read, else in the middle. */
export function useReveal(): void {
  const flow = useReactFlow()
  const store = useStoreApi()
  useEffect(() => {
    const boxOf = (block: string): Box | undefined => {
      const at = useDocument.getState().document.view.positions[shownNetwork().id]?.[block]
      return at && { ...at, ...size }
    }
    const frame = (): DOMRect => store.getState().domNode?.getBoundingClientRect() ?? new DOMRect()
    registerCanvas({
      reveal: (block, how) => {
        const screen = { width: store.getState().width, height: store.getState().height }
        const all = flow.getNodesBounds(flow.getNodes())
        const wanted = (block === undefined ? undefined : boxOf(block)) ?? all
        if (isInSight(wanted, flow.getViewport(), screen)) return
        const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200
        if (how === 'near')
          return void flow.setViewport(pannedTo(wanted, flow.getViewport(), screen), { duration })
        const view = openingView(all, screen)
        if (isInSight(wanted, view, screen)) void flow.setViewport(view, { duration })
        else {
          const zoom = Math.max(readable, flow.getZoom())
          void flow.setCenter(wanted.x + size.width / 2, wanted.y + size.height / 2, { zoom, duration })
        }
      },
      spotOf: block => {
        const box = boxOf(block)
        const { x, y, width, height } = frame()
        const spot = box && flow.flowToScreenPosition({ x: box.x, y: box.y + box.height })
        const seen = spot && spot.x >= x && spot.x <= x + width && spot.y >= y && spot.y <= y + height
        return seen ? spot : { x: x + width / 2, y: y + height / 2 }
      },
      middle: () => {
        const { x, y, width, height } = frame()
        const spot = { x: x + width / 2, y: y + height / 2 }
        return { spot, at: flow.screenToFlowPosition(spot) }
      },
      focus: () =>
        store.getState().domNode?.closest<HTMLElement>('.react-flow')?.focus({ preventScroll: true })
    })
    return () => registerCanvas(null)
  }, [flow, store])
}
