import { ArrowRight } from 'lucide-react'
import { shapeText, sizeOf } from '../../shared/blocks/tensor-type'
import type { BlockId, Edge, NetworkId } from '../../shared/document/schema'
import { portsOf } from '../../shared/graph/ports'
import { countText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { graphOf } from '../store/analysis'
import { useDocument } from '../store/document'
import { select } from '../store/session'
import { BlockTile } from '../ui/BlockTile'
import { Actions } from './Actions'
import styles from './Inspector.module.css'

const words = strings.inspector

interface EdgeInspectorProps {
  readonly network: NetworkId
  readonly edge: Edge
}

/** What travels along an edge, and between which blocks. */
export function EdgeInspector({ network, edge: { from, to } }: EdgeInspectorProps) {
  const type = useDocument(
    ({ document }) => graphOf(document, network)?.blocks.get(from.block)?.outTypes[from.port]
  )
  const size = type && sizeOf(type.shape)
  return (
    <>
      <header className={styles.head}>
        <span className={styles.edgeTile}>
          <ArrowRight />
        </span>
        <div>
          <h2>{words.edge}</h2>
          <span>{type ? words.dtypes[type.dtype] : words.unknownEdge}</span>
        </div>
      </header>
      <div className={styles.ends}>
        <End network={network} id={from.block} side="out" port={from.port} label={words.from} />
        <End network={network} id={to.block} side="in" port={to.port} label={words.to} />
      </div>
      {type && (
        <section className={styles.card}>
          <h3>{words.shape}</h3>
          <p className={styles.mono}>{shapeText(type.shape)}</p>
          {size != null && <p className={styles.small}>{words.numbersASample(countText(size), size)}</p>}
          <h3>{words.dtype}</h3>
          <p className={styles.mono}>{type.dtype}</p>
          <p className={styles.small}>{words.dtypeHelp[type.dtype]}</p>
          {type.mask && (
            <>
              <h3>{words.mask}</h3>
              <p>{words.maskHelp}</p>
            </>
          )}
        </section>
      )}
      <Actions commands={['deleteSelection', 'deselect']} />
    </>
  )
}

interface EndProps {
  readonly network: NetworkId
  readonly id: BlockId
  readonly side: 'in' | 'out'
  readonly port: string
  readonly label: string
}

/** A block at an end of the edge; a click selects it. Its port is told where it has several. */
function End({ network, id, side, port, label }: EndProps) {
  const document = useDocument(s => s.document)
  const block = document.networks[network]?.blocks[id]
  if (!block) return null
  const ports = portsOf(document, block)[side]
  const name = ports.find(other => other.id === port)?.label ?? port
  return (
    <div className={styles.end}>
      <span>{label}</span>
      <button type="button" onClick={() => select([id])}>
        <BlockTile type={block.type} />
        <span>
          {block.name}
          {ports.length > 1 && <small> · {name}</small>}
        </span>
      </button>
    </div>
  )
}
