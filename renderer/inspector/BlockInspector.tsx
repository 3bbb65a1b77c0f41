import { blockOf, labelOf } from '../../shared/blocks/registry'
import type { Block, BlockId, NetworkId } from '../../shared/document/schema'
import { countText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { parametersOf } from '../canvas/card-facts'
import { ProblemList } from '../problems/ProblemList'
import { graphOf, problemsAt } from '../store/analysis'
import { useDocument } from '../store/document'
import { beginGesture, edit, endGesture } from '../store/edit-document'
import { BlockTile } from '../ui/BlockTile'
import { part } from '../ui/part'
import { TextInput } from '../ui/TextInput'
import { whenIdle } from '../ui/when-idle'
import { About } from './About'
import { BlockFields } from './BlockFields'
import { FieldRow } from './FieldRow'
import { ShapeCard } from './ShapeCard'
import styles from './Inspector.module.css'

const words = strings.inspector

// The printers are large, and what they print is looked at last.
const BlockCode = part(
  () => import('./BlockCode').then(module => module.BlockCode),
  <div className={styles.waiting} />
)
// Before a hand is on a block: reading them takes longer than a frame.
whenIdle(() => void BlockCode.load())

interface BlockInspectorProps {
  readonly network: NetworkId
  readonly id: BlockId
  readonly block: Block
}

export function BlockInspector({ network, id, block }: BlockInspectorProps) {
  const spec = blockOf(block.type)
  const document = useDocument(s => s.document)
  const graph = graphOf(document, network)
  const parameters = parametersOf(graph, id)
  const problems = problemsAt(document, network, id)
  const label = labelOf(block.type)
  return (
    <>
      <header className={styles.head}>
        <BlockTile type={block.type} size="large" />
        <div>
          <h2>{block.name.trim() === '' ? label : block.name}</h2>
          <span>
            {block.name === label && spec ? strings.palette.groups[spec.group] : label}
            {parameters > 0 && ` · ${words.parameters(countText(parameters))}`}
          </span>
        </div>
      </header>
      {problems.length > 0 && (
        <div className={styles.problems}>
          <ProblemList problems={problems} plain />
        </div>
      )}
      <FieldRow label={words.name}>
        {() => (
          <TextInput
            label={words.name}
            value={block.name}
            onBegin={() => beginGesture(`rename “${block.name}”`)}
            onEnd={endGesture}
            onChange={name => {
              const renamed = edit([{ kind: 'rename', network, block: id, name }])
              return renamed.ok ? null : renamed.error.message
            }}
          />
        )}
      </FieldRow>
      <BlockFields
        network={network}
        blocks={{ [id]: block }}
        wrong={problems.map(({ place }) => place.param)}
        freezable={parameters > 0}
      />
      <ShapeCard network={network} id={id} />
      {spec && <About spec={spec} values={graph?.blocks.get(id)?.values ?? null} />}
      <section className={styles.card}>
        <BlockCode network={network === document.root ? null : network} block={id} />
      </section>
    </>
  )
}
