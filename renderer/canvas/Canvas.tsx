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
import { useEffect, useState, type MouseEvent } from 'react'
import { strings } from '../../shared/strings/strings'
import { useDocument } from '../store/document'
import { select, useSession } from '../store/session'
import { useShownNetworkId } from '../store/shown'
import { part } from '../ui/part'
import { useTheme } from '../ui/theme'
import { whenIdle } from '../ui/when-idle'
import { AfterCanvas, canvasSeen } from './AfterCanvas'
import { BlockCard, cardId } from './BlockCard'
import { Breadcrumb } from './Breadcrumb'
import { cursorIn, resetCanvas, useCanvas, type MenuTarget } from './canvas-state'
import { takeEdgeChanges, takeNodeChanges } from './changes'
import { ConnectionNote } from './ConnectionNote'
import { EmptyHint } from './EmptyHint'
import { createEdgeMaker, createNodeMaker } from './flow-elements'
import { Live } from './Live'
import { insideOf, openBlock } from './open-block'
import { SpokenProblems } from './SpokenProblem'
import { TypedEdge } from './TypedEdge'
import { useCanvasKeys } from './use-canvas-keys'
import { useConnecting } from './use-connecting'
import { useInserting } from './use-inserting'
import { usePictured, useWatching } from './use-pictures'
import { useReveal } from './use-reveal'
import { openingView } from './view'
import styles from './Canvas.module.css'

// Outside of components: React Flow mounts every node anew where these change.
const nodeTypes: NodeTypes = { block: BlockCard }
const edgeTypes: EdgeTypes = { typed: TypedEdge }
const fit = { padding: 0.03, maxZoom: 1 }
const noEdges: [] = []
const keysId = 'canvas-keys'

// What stands on the canvas, not in it.
export const ZoomBar = part(() => import('./ZoomBar').then(module => module.ZoomBar))
// Nobody needs them before the first right click or the first list.
const CanvasMenu = part(() => import('./CanvasMenu').then(module => module.CanvasMenu))
const Chooser = part(() => import('./Chooser').then(module => module.Chooser))

export function Canvas() {
  const network = useShownNetworkId()
  const id = useDocument(s => s.document.id)
  useWatching()
  return (
    <main
      id="canvas"
      data-part="canvas"
      tabIndex={-1}
      className={styles.canvas}
      aria-label={strings.canvas.label}
    >
      <ReactFlowProvider key={`${id} ${network}`}>
        <Flow />
      </ReactFlowProvider>
      <p id={keysId} hidden>
        {strings.canvas.keys}
      </p>
      <Live />
      <Asked />
    </main>
  )
}

/** The menu or the list that lies over the canvas. */
function Asked() {
  const menu = useCanvas(s => s.menu)
  const chooser = useCanvas(s => s.chooser)
  // Whoever asks for the list begins to type at once.
  useEffect(() => whenIdle(() => void Promise.all([CanvasMenu.load(), Chooser.load()])), [])
  return (
    <>
      {menu && <CanvasMenu {...menu} />}
      {chooser && <Chooser asked={chooser} />}
    </>
  )
}

function Flow() {
  const network = useShownNetworkId()
  const document = useDocument(s => s.document)
  const selection = useSession(s => s.selection)
  const selectedEdges = useSession(s => s.selectedEdges)
  const cursor = useCanvas(s => cursorIn(selection, s.cursor))
  const dark = useTheme(s => s.dark)
  const [nodesOf] = useState(createNodeMaker)
  const [edgesOf] = useState(createEdgeMaker)
  const { screenToFlowPosition } = useReactFlow()
  const store = useStoreApi()
  // Nobody sees the blocks jump to where they fit.
  const [fitted, setFitted] = useState(false)
  useReveal()
  useEffect(() => resetCanvas, [])
  const nodes = nodesOf(document, network, selection, usePictured(network))
  const edges = edgesOf(document.networks[network]?.edges ?? noEdges, selectedEdges)
  const { cancel, ...connecting } = useConnecting()
  const inserting = useInserting()
  const keys = useCanvasKeys(cancel)

  const placeOf = (event: { readonly clientX: number; readonly clientY: number }) =>
    screenToFlowPosition({ x: event.clientX, y: event.clientY })
  const openMenu = (event: MouseEvent | globalThis.MouseEvent, target: MenuTarget): void => {
    event.preventDefault()
    useCanvas.setState({ menu: { target, spot: { x: event.clientX, y: event.clientY } } })
  }
  const addWhere = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || !event.target.classList.contains('react-flow__pane')) return
    const spot = { x: event.clientX, y: event.clientY }
    useCanvas.setState({ chooser: { kind: 'add', opening: { kind: 'free' }, at: placeOf(event), spot } })
  }

  return (
    <>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        colorMode={dark ? 'dark' : 'light'}
        attributionPosition="bottom-center"
        onNodesChange={takeNodeChanges}
        onEdgesChange={takeEdgeChanges}
        {...connecting}
        {...inserting}
        connectionRadius={24}
        onNodeDoubleClick={(_event, node) => insideOf(node.id) !== undefined && openBlock(node.id)}
        onPaneClick={() => {
          cancel()
          select([])
        }}
        onDoubleClick={addWhere}
        zoomOnDoubleClick={false}
        onNodeContextMenu={(event, { id }) => {
          if (!selection.has(id)) select([id])
          openMenu(event, { kind: 'block', id })
        }}
        onSelectionContextMenu={(event, [first]) => first && openMenu(event, { kind: 'block', id: first.id })}
        onEdgeContextMenu={(event, { id }) => {
          select([], [id])
          openMenu(event, { kind: 'edge', id, at: placeOf(event) })
        }}
        onPaneContextMenu={event => openMenu(event, { kind: 'canvas', at: placeOf(event) })}
        // One stop of the Tab key: arrow keys go from block to block, and the canvas points at the one they are at.
        tabIndex={0}
        aria-label={strings.canvas.network}
        aria-describedby={keysId}
        aria-activedescendant={cursor === null ? undefined : cardId(cursor)}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        {...keys}
        onlyRenderVisibleElements
        deleteKeyCode={null}
        minZoom={0.1}
        maxZoom={2}
        className={fitted ? '' : styles.unseen}
        onInit={flow => {
          void flow.setViewport(openingView(flow.getNodesBounds(flow.getNodes()), store.getState()))
          requestAnimationFrame(() => {
            setFitted(true)
            requestAnimationFrame(canvasSeen)
          })
        }}
      >
        <SpokenProblems />
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
        <AfterCanvas>
          <ZoomBar fit={fit} />
        </AfterCanvas>
        <Breadcrumb />
        <ConnectionNote />
      </ReactFlow>
      {nodes.length === 0 && <EmptyHint />}
    </>
  )
}
