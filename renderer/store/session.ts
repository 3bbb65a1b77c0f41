import { create } from 'zustand'
import type { BlockId, NetworkId } from '../../shared/document/schema'
import type { FileHandle } from '../host/host'

export type Screen = 'home' | 'editor'
export type DockTab = 'train' | 'data' | 'code' | 'try' | 'runs'

/** What lies over the window and has the keyboard. */
export type Overlay = 'commands' | 'shortcuts' | 'diagram' | 'settings' | 'about'

/** What can be done about a notice. */
export interface NoticeAction {
  readonly label: string
  readonly run: () => void
}

/** Something to tell: it stays until it is dismissed, or the next one comes. */
export interface Notice {
  readonly kind: 'error' | 'info'
  readonly title: string
  readonly text: string
  readonly action?: NoticeAction
  /** Other ways out, after the first. */
  readonly others?: readonly NoticeAction[]
}

/** What the window shows; nothing of it is in the document. */
interface Session {
  readonly screen: Screen
  /** The network on the canvas; `null` is the root. */
  readonly network: NetworkId | null
  readonly selection: ReadonlySet<BlockId>
  /** Edges by `edgeId`. */
  readonly selectedEdges: ReadonlySet<string>
  readonly dock: DockTab
  readonly problemsOpen: boolean
  readonly overlay: Overlay | null
  /** The problem whose words were put away, by `problemKey`. */
  readonly hidden: string | null
  readonly notice: Notice | null
  readonly file: { readonly name: string; readonly handle: FileHandle | null } | null
}

const nothing: ReadonlySet<string> = new Set()

const initial: Session = {
  screen: 'home',
  network: null,
  selection: nothing,
  selectedEdges: nothing,
  dock: 'train',
  problemsOpen: false,
  overlay: null,
  hidden: null,
  notice: null,
  file: null
}

export const useSession = create<Session>()(() => initial)

export function select(blocks: Iterable<BlockId>, edges: Iterable<string> = []): void {
  useSession.setState({ selection: new Set(blocks), selectedEdges: new Set(edges) })
}

export function notify(notice: Notice | null): void {
  useSession.setState({ notice })
}

/** Back to how a document is first seen. */
export function showDocument(file: Session['file']): void {
  useSession.setState({ ...initial, screen: 'editor', file })
}

/** Shows a network of the document, with nothing selected. */
export function showNetwork(network: NetworkId | null): void {
  useSession.setState({ network, selection: nothing, selectedEdges: nothing })
}
