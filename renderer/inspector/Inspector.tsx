import type { Block, BlockId } from '../../shared/document/schema'
import { strings } from '../../shared/strings/strings'
import { edgeOf } from '../canvas/edge-id'
import { useDocument } from '../store/document'
import { useSession } from '../store/session'
import { useShownNetworkId } from '../store/shown'
import { Actions } from './Actions'
import { BlockInspector } from './BlockInspector'
import { EdgeInspector } from './EdgeInspector'
import { NetworkInspector } from './NetworkInspector'
import { SeveralInspector } from './SeveralInspector'
import styles from './Inspector.module.css'

/** The settings of what is selected; without a selection, of the network. */
export function Inspector() {
  return (
    <aside data-part="inspector" className={styles.inspector} aria-label={strings.inspector.label}>
      <Selected />
    </aside>
  )
}

function Selected() {
  const network = useShownNetworkId()
  const content = useDocument(({ document }) => document.networks[network])
  const selection = useSession(s => s.selection)
  const selectedEdges = useSession(s => s.selectedEdges)
  const chosen = [...selection].flatMap((id): readonly (readonly [BlockId, Block])[] => {
    const block = content?.blocks[id]
    return block ? [[id, block]] : []
  })
  const [only] = chosen
  if (chosen.length > 1) {
    const ids = chosen.map(([id]) => id).join()
    return <SeveralInspector key={ids} network={network} blocks={Object.fromEntries(chosen)} />
  }
  if (only) return <BlockInspector key={only[0]} network={network} id={only[0]} block={only[1]} />
  const edges = [...selectedEdges].flatMap(id => (content && edgeOf(content, id)) ?? [])
  const [edge] = edges
  if (edges.length > 1) return <SeveralEdges count={edges.length} />
  return edge ? <EdgeInspector network={network} edge={edge} /> : <NetworkInspector />
}

function SeveralEdges({ count }: { readonly count: number }) {
  return (
    <>
      <header className={styles.head}>
        <h2>{strings.inspector.severalEdges(count)}</h2>
      </header>
      <Actions commands={['deleteSelection', 'deselect']} />
    </>
  )
}
