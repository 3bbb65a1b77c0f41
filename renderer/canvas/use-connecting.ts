import { useReactFlow, useStoreApi, type Connection, type Edge, type ReactFlowProps } from '@xyflow/react'
import { useMemo } from 'react'
import { SAME_SIDE, type End, type Fit } from '../../shared/graph/fits'
import { useCanvas, refuse, type Spot } from './canvas-state'
import { connectBlock, connectEnds, fitsOf } from './connect'
import type { BlockNode, TypedEdge } from './flow-elements'

type Props = ReactFlowProps<BlockNode, TypedEdge>
type Start = NonNullable<Props['onConnectStart']>
type Finish = NonNullable<Props['onConnectEnd']>

/** How edges are drawn by hand: from port to port, to a block, or to the empty canvas, which asks what to add. */
export function useConnecting() {
  const flow = useReactFlow()
  const store = useStoreApi()
  return useMemo(() => {
    const start: Start = (_event, { nodeId, handleId, handleType }) => {
      if (nodeId === null || handleId === null) return
      const end: End = { block: nodeId, port: handleId, side: handleType === 'target' ? 'in' : 'out' }
      useCanvas.setState({ connection: { end, fits: fitsOf(end) }, note: null })
    }
    const finish: Finish = (event, state) => {
      const { connection } = useCanvas.getState()
      stopConnecting()
      if (!connection || state.isValid === true) return
      const { end, fits } = connection
      const spot = spotOf(event)
      const at = state.toHandle
      if (at) {
        const isStart = at.nodeId === end.block && at.id === end.port
        const why = whyNot(end, at.nodeId, at.type, at.id ?? '')
        if (!isStart && why !== null) refuse(why, spot)
        return
      }
      const under = document.elementFromPoint(spot.x, spot.y)
      const block = under?.closest<HTMLElement>('.react-flow__node')?.dataset['id']
      if (block !== undefined) {
        if (block !== end.block) connectBlock(end, fits, block, spot)
      } else if (under?.closest('.react-flow__pane'))
        useCanvas.setState({
          chooser: { kind: 'add', opening: { kind: 'end', end }, at: flow.screenToFlowPosition(spot), spot }
        })
    }
    return {
      onConnectStart: start,
      onConnectEnd: finish,
      // A click on one port, then on another: for whoever can't drag.
      onClickConnectStart: start,
      onClickConnectEnd: finish,
      isValidConnection: (connection: Connection | Edge) => {
        const fit = fitAt(connection)
        return fit === undefined || fit.kind !== 'never'
      },
      onConnect: (made: Connection) => {
        const { connection } = useCanvas.getState()
        if (!connection) return
        const { end } = connection
        const [block, port] =
          end.side === 'out' ? [made.target, made.targetHandle] : [made.source, made.sourceHandle]
        if (port !== null) connectEnds(end, block, port, fitAt(made), { x: 0, y: 0 })
      },
      /** Gives up the edge that is being drawn; whether there was one. */
      cancel: (): boolean => {
        const { connection } = useCanvas.getState()
        if (!connection) return false
        store.getState().cancelConnection()
        store.setState({ connectionClickStartHandle: null })
        stopConnecting()
        return true
      }
    }
  }, [flow, store])
}

function stopConnecting(): void {
  useCanvas.setState({ connection: null })
}

type Ends = Pick<Connection, 'source' | 'target'> & {
  readonly sourceHandle?: string | null
  readonly targetHandle?: string | null
}

function fitAt({ source, sourceHandle, target, targetHandle }: Ends): Fit | undefined {
  const { connection } = useCanvas.getState()
  if (!connection) return undefined
  const { end, fits } = connection
  const [block, port] = end.side === 'out' ? [target, targetHandle] : [source, sourceHandle]
  return fits.get(block)?.[port ?? '']
}

/** Why an edge that is being drawn does not fit at a port; `null` where it does. */
export function whyNot(end: End, block: string, type: string, port: string): string | null {
  const side = type === 'target' ? 'in' : 'out'
  if (side === end.side) return SAME_SIDE[side]
  const fit = useCanvas.getState().connection?.fits.get(block)?.[port] ?? fitsOf(end).get(block)?.[port]
  return fit && fit.kind !== 'fits' ? fit.why : null
}

function spotOf(event: MouseEvent | TouchEvent): Spot {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 }
}
