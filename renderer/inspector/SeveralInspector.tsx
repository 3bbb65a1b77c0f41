import type { Block, BlockId, NetworkId } from '../../shared/document/schema'
import { labelOf } from '../../shared/blocks/registry'
import { countText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { parametersOf } from '../canvas/card-facts'
import { graphOf } from '../store/analysis'
import { useDocument } from '../store/document'
import { BlockTile } from '../ui/BlockTile'
import { Actions } from './Actions'
import { BlockFields } from './BlockFields'
import styles from './Inspector.module.css'

const words = strings.inspector

interface SeveralInspectorProps {
  readonly network: NetworkId
  readonly blocks: Readonly<Record<BlockId, Block>>
}

/** Several blocks: what they share can be changed for all at once where they are of one type. */
export function SeveralInspector({ network, blocks }: SeveralInspectorProps) {
  const graph = useDocument(({ document }) => graphOf(document, network))
  const all = Object.values(blocks)
  const [first] = all
  const alike = all.every(block => block.type === first?.type)
  const counts = Object.keys(blocks).map(id => parametersOf(graph, id))
  const parameters = counts.reduce((sum, count) => sum + count, 0)
  return (
    <>
      <header className={styles.head}>
        {alike && first && <BlockTile type={first.type} size="large" />}
        <div>
          <h2>{words.several(all.length)}</h2>
          <span>
            {alike && first ? labelOf(first.type) : words.differentKinds}
            {parameters > 0 && ` · ${words.parameters(countText(parameters))}`}
          </span>
        </div>
      </header>
      {alike ? (
        <BlockFields network={network} blocks={blocks} freezable={counts.every(count => count > 0)} />
      ) : (
        <p className={styles.hint}>{words.severalHint}</p>
      )}
      <Actions commands={['deleteSelection', 'deselect']} />
    </>
  )
}
