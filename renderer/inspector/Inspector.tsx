import { strings } from '../../shared/strings/strings'
import { useDocument } from '../store/document'
import { useSession } from '../store/session'
import { useShownNetworkId } from '../store/shown'
import { BlockInspector } from './BlockInspector'
import { NetworkInspector } from './NetworkInspector'
import styles from './Inspector.module.css'

/** The settings of the block that is selected; without one, of the network. */
export function Inspector() {
  const network = useShownNetworkId()
  const blocks = useDocument(({ document }) => document.networks[network]?.blocks)
  const selection = useSession(s => s.selection)
  const chosen = [...selection].filter(id => blocks?.[id] !== undefined)
  const [id] = chosen
  const block = id === undefined ? undefined : blocks?.[id]
  return (
    <aside data-part="inspector" className={styles.inspector} aria-label={strings.inspector.label}>
      {chosen.length > 1 ? (
        <div className={styles.several}>
          <h2>{strings.inspector.several(chosen.length)}</h2>
          <p>{strings.inspector.severalHint}</p>
        </div>
      ) : id !== undefined && block ? (
        <BlockInspector key={id} network={network} id={id} block={block} />
      ) : (
        <NetworkInspector />
      )}
    </aside>
  )
}
