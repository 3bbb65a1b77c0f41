import {
  Background,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStoreApi,
  type EdgeTypes,
  type NodeTypes
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useState, type DragEvent } from 'react'
import { blockOf } from '../../shared/blocks/registry'
import { strings } from '../../shared/strings/strings'
import { addBlock } from '../palette/add-block'
import { BLOCK_TYPE } from '../palette/drag'
import { useDocument } from '../store/document'
import { beginGesture, endGesture } from '../store/edit-document'
import { select, showNetwork, useSession } from '../store/session'
import { shownNetwork, useShownNetworkId } from '../store/shown'
import { useTheme } from '../ui/theme'
import { BlockCard } from './BlockCard'
import { Breadcrumb } from './Breadcrumb'
import { connect, takeEdgeChanges, takeNodeChanges } from './changes'
import { EmptyHint } from './EmptyHint'
import { createEdgeMaker, createNodeMaker, type BlockNode } from './flow-elements'
import { size } from './layout/measures'
import { TypedEdge } from './TypedEdge'
import { useReveal } from './use-reveal'
import { openingView } from './view'
import { ZoomBar } from './ZoomBar'
import styles from './Canvas.module.css'

// Outside of components: React Flow mounts every node anew where these change.
const nodeTypes: NodeTypes = { block: BlockCard }
const edgeTypes: EdgeTypes = { typed: TypedEdge }
const fit = { padding: 0.04, maxZoom: 1 }
const noEdges: [] = []

export function Canvas() {
  const network = useShownNetworkId()
  const id = useDocument(s => s.document.id)
  return (
    <ReactFlowProvider key={`${id} ${network}`}>
      <Flow />
    </ReactFlowProvider>
  )
}

function Flow() {
  const network = useShownNetworkId()
  const document = useDocument(s => s.document)
  const selection = useSession(s => s.selection)
  const selectedEdges = useSession(s => s.selectedEdges)
  const dark = useTheme(s => s.dark)
  const [nodesOf] = useState(createNodeMaker)
  const [edgesOf] = useState(createEdgeMaker)
  const { screenToFlowPosition } = useReactFlow()
  const store = useStoreApi()
  // Nobody sees the blocks jump to where they fit.
  const [fitted, setFitted] = useState(false)
  useReveal()
  const nodes = nodesOf(document, network, selection)
  const edges = edgesOf(document.networks[network]?.edges ?? noEdges, selectedEdges)

  const drop = (event: DragEvent): void => {
    const type = event.dataTransfer.getData(BLOCK_TYPE)
    if (type === '') return
    event.preventDefault()
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY })
    addBlock(type, { x: Math.round(x - size.width / 2), y: Math.round(y - size.height / 2) })
  }

  return (
    <main
      id="canvas"
      data-part="canvas"
      tabIndex={-1}
      className={styles.canvas}
      aria-label={strings.canvas.label}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        colorMode={dark ? 'dark' : 'light'}
        attributionPosition="bottom-center"
        onNodesChange={takeNodeChanges}
        onEdgesChange={takeEdgeChanges}
        onConnect={connect}
        onNodeDragStart={(_event, node, dragged) => beginGesture(moveWords(node, dragged.length))}
        onNodeDragStop={endGesture}
        onSelectionDragStart={(_event, dragged) => beginGesture(moveWords(dragged[0], dragged.length))}
        onSelectionDragStop={endGesture}
        onNodeDoubleClick={(_event, node) => openGroup(node.id)}
        onPaneClick={() => select([])}
        onDragOver={event => event.preventDefault()}
        onDrop={drop}
        onlyRenderVisibleElements
        deleteKeyCode={null}
        minZoom={0.1}
        maxZoom={2}
        className={fitted ? '' : styles.unseen}
        onInit={flow => {
          void flow.setViewport(openingView(flow.getNodesBounds(flow.getNodes()), store.getState()))
          requestAnimationFrame(() => setFitted(true))
        }}
      >
        <Background gap={20} size={1.2} color="var(--dot)" bgColor="var(--canvas)" />
        <MiniMap
          className={styles.map}
          style={{ width: 140, height: 84 }}
          nodeColor="var(--line-strong)"
          nodeBorderRadius={12}
          bgColor="var(--panel)"
          maskColor="color-mix(in srgb, var(--ground) 55%, transparent)"
          maskStrokeColor="var(--accent)"
          maskStrokeWidth={1.5}
          pannable
          zoomable
          ariaLabel={strings.canvas.wholeNetwork}
        />
        <ZoomBar fit={fit} />
        <Breadcrumb />
      </ReactFlow>
      {nodes.length === 0 && <EmptyHint />}
    </main>
  )
}

function moveWords(node: BlockNode | undefined, count: number): string {
  const name = node && shownNetwork().network.blocks[node.id]?.name
  return count === 1 && name !== undefined ? `move “${name}”` : `move ${count} blocks`
}

/** The inside of a group, which all its uses share. */
function openGroup(id: string): void {
  const block = shownNetwork().network.blocks[id]
  const inside = block && blockOf(block.type)?.kind === 'group' ? block.params['network'] : undefined
  if (typeof inside === 'string' && useDocument.getState().document.networks[inside]) showNetwork(inside)
}
