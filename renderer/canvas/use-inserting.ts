import { useReactFlow, type ReactFlowProps } from '@xyflow/react'
import { useMemo, type DragEvent } from 'react'
import type { Edge, Position } from '../../shared/document/schema'
import { addBlock } from '../palette/add-block'
import { BLOCK_TYPE, draggedBlock } from '../palette/drag'
import { useDocument } from '../store/document'
import { beginGesture, endGesture, endGestureAs } from '../store/edit-document'
import { shownNetwork } from '../store/shown'
import { useCanvas } from './canvas-state'
import { edgeId, edgeOf } from './edge-id'
import { edgeNear } from './edge-near'
import type { BlockNode, TypedEdge } from './flow-elements'
import { canStandOn, insertExisting, insertNew, isLoose } from './insert'
import { size } from './layout/measures'

type Props = ReactFlowProps<BlockNode, TypedEdge>

/** How near to an edge the middle of a card must be for the edge to take it in, in pixels of the canvas. */
const reach = 28

/** Blocks that are dragged, from the palette or about the canvas, and dropped: on an edge they are put into it. */
export function useInserting() {
  const { screenToFlowPosition } = useReactFlow()
  return useMemo(() => {
    const overCanvas = (event: DragEvent): void => {
      const type = draggedBlock(event.dataTransfer)
      if (type === null) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      const { document } = useDocument.getState()
      const at = screenToFlowPosition({ x: event.clientX, y: event.clientY })
      aimAt(canStandOn(document, type) ? near(at) : null)
    }
    const dropped = (event: DragEvent): void => {
      const type = event.dataTransfer.getData(BLOCK_TYPE)
      const onto = takeAim()
      if (type === '') return
      event.preventDefault()
      const at = screenToFlowPosition({ x: event.clientX, y: event.clientY })
      const corner = { x: Math.round(at.x - size.width / 2), y: Math.round(at.y - size.height / 2) }
      if (onto) insertNew(type, onto, corner)
      else addBlock(type, corner)
    }
    const startMove: NonNullable<Props['onNodeDragStart']> = (_event, node, moved) =>
      beginGesture(moveWords(node, moved.length))
    const overEdge: NonNullable<Props['onNodeDrag']> = (_event, node, moved) => {
      const { id } = shownNetwork()
      const loose = moved.length === 1 && isLoose(useDocument.getState().document, id, node.id)
      aimAt(loose ? near(middleOf(node.position)) : null)
    }
    const stopMove: NonNullable<Props['onNodeDragStop']> = (_event, node) => {
      const onto = takeAim()
      const name = shownNetwork().network.blocks[node.id]?.name ?? ''
      if (onto && insertExisting(node.id, onto, node.position)) endGestureAs(`insert “${name}”`)
      else endGesture()
    }
    return {
      onDragOver: overCanvas,
      onDragLeave: (event: DragEvent) => {
        // From one part of the canvas to another is no leaving.
        const to = event.relatedTarget
        if (!(to instanceof Node && event.currentTarget.contains(to))) aimAt(null)
      },
      onDrop: dropped,
      onNodeDragStart: startMove,
      onNodeDrag: overEdge,
      onNodeDragStop: stopMove,
      onSelectionDragStart: (_event: unknown, moved: readonly BlockNode[]) =>
        beginGesture(moveWords(moved[0], moved.length)),
      onSelectionDragStop: () => endGesture()
    }
  }, [screenToFlowPosition])
}

function near(point: Position): Edge | null {
  return edgeNear(useDocument.getState().document, shownNetwork().id, point, reach)
}

function middleOf({ x, y }: Position): Position {
  return { x: x + size.width / 2, y: y + size.height / 2 }
}

function aimAt(edge: Edge | null): void {
  const onto = edge && edgeId(edge)
  if (useCanvas.getState().onto !== onto) useCanvas.setState({ onto })
}

/** The edge that lights up, which then goes dark. */
function takeAim(): Edge | undefined {
  const { onto } = useCanvas.getState()
  aimAt(null)
  return onto === null ? undefined : edgeOf(shownNetwork().network, onto)
}

function moveWords(node: BlockNode | undefined, count: number): string {
  const name = node && shownNetwork().network.blocks[node.id]?.name
  return count === 1 && name !== undefined ? `move “${name}”` : `move ${count} blocks`
}
