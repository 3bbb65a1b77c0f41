import {
  Background,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  getNodesBounds,
  useReactFlow,
  type EdgeTypes,
  type NodeTypes
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useEffect, useLayoutEffect, useRef, useState, type MouseEvent } from 'react'
import type { NetworkId } from '../../shared/document/schema'
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
import {
  createEdgeMaker,
  createNodeMaker,
  type BlockNode,
  type TypedEdge as TypedFlowEdge
} from './flow-elements'
import { Live } from './Live'
import { insideOf, openBlock } from './open-block'
import { SpokenProblems } from './SpokenProblem'
import { TypedEdge } from './TypedEdge'
import { useCanvasKeys } from './use-canvas-keys'
import { useConnecting } from './use-connecting'
import { useInserting } from './use-inserting'
import { usePictured, useWatching } from './use-pictures'
import { useReveal } from './use-reveal'
import { openingView, type View } from './view'
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

/** What the canvas shows, and how large it was in pixels when it began to. */
interface Shown {
  readonly key: string
  readonly width: number
  readonly height: number
}

export function Canvas() {
  const network = useShownNetworkId()
  const id = useDocument(s => s.document.id)
  const key = `${id} ${network}`
  const main = useRef<HTMLElement>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  useLayoutEffect(() => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = main.current ?? {}
    setShown({ key, width, height })
  }, [key])
  useWatching()
  return (
    <main
      ref={main}
      id="canvas"
      data-part="canvas"
      tabIndex={-1}
      className={styles.canvas}
      aria-label={strings.canvas.label}
    >
      {shown?.key === key && <Network key={key} id={network} screen={shown} />}
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

interface NetworkProps {
  readonly id: NetworkId
  readonly screen: Shown
}

/** React Flow gets all with its first drawing, so that the blocks are in its first picture, where they will stay. */
function Network({ id, screen }: NetworkProps) {
  const document = useDocument(s => s.document)
  const selection = useSession(s => s.selection)
  const selectedEdges = useSession(s => s.selectedEdges)
  const [nodesOf] = useState(createNodeMaker)
  const [edgesOf] = useState(createEdgeMaker)
  const nodes = nodesOf(document, id, selection, usePictured(id))
  const edges = edgesOf(document.networks[id]?.edges ?? noEdges, selectedEdges)
  const [view] = useState(() => openingView(getNodesBounds(nodes), screen))
  return (
    <ReactFlowProvider
      initialNodes={nodes}
      initialEdges={edges}
      initialWidth={screen.width}
      initialHeight={screen.height}
    >
      <Flow nodes={nodes} edges={edges} view={view} />
    </ReactFlowProvider>
  )
}

interface FlowProps {
  readonly nodes: BlockNode[]
  readonly edges: TypedFlowEdge[]
  readonly view: View
}

function Flow({ nodes, edges, view }: FlowProps) {
  const selection = useSession(s => s.selection)
  const cursor = useCanvas(s => cursorIn(selection, s.cursor))
  const dark = useTheme(s => s.dark)
  const { screenToFlowPosition } = useReactFlow()
  useReveal()
  useEffect(() => resetCanvas, [])
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
        defaultViewport={view}
        onInit={() => requestAnimationFrame(canvasSeen)}
      >
        <SpokenProblems />
        <Background gap={20} size={1.2} color="var(--dot)" bgColor="var(--canvas)" />
        <AfterCanvas>
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
        </AfterCanvas>
        <Breadcrumb />
        <ConnectionNote />
      </ReactFlow>
      {nodes.length === 0 && <EmptyHint />}
    </>
  )
}
