import { Handle, Position as Side, type NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { strings } from '../../shared/strings/strings'
import { countText } from '../../shared/strings/format'
import { useShownNetworkId } from '../store/shown'
import { BlockTile } from '../ui/BlockTile'
import type { BlockNode } from './flow-elements'
import { blockHeight, portTop } from './node-geometry'
import { SpokenProblem } from './SpokenProblem'
import { useBlockView } from './use-block'
import { useSpokenProblem } from './use-spoken-problem'
import styles from './BlockCard.module.css'

/** A block on the canvas. It keeps no state, which would be lost when it scrolls out of sight. */
export const BlockCard = memo(function BlockCard({ id, selected }: NodeProps<BlockNode>) {
  const network = useShownNetworkId()
  const view = useBlockView(network, id)
  const spoken = useSpokenProblem(network, id)
  if (!view) return null
  const { block, line, shape, parameters, ports, severity } = view
  const height = blockHeight(ports)
  const state = severity === null ? '' : severity === 'error' ? styles.bad : styles.warned
  return (
    <div
      className={`${styles.block} ${selected ? styles.selected : ''} ${state}`}
      style={{ height }}
      aria-label={strings.canvas.block(block.name, shape)}
    >
      <div className={styles.head}>
        <BlockTile type={block.type} size="medium" />
        <div className={styles.words}>
          <div className={styles.name}>{block.name}</div>
          <div className={styles.line}>{line}</div>
        </div>
      </div>
      <div className={styles.foot}>
        <b>{shape}</b>
        <span>{parameters > 0 ? countText(parameters) : ''}</span>
      </div>
      {ports.in.map(({ id: port, label }, i) => (
        <Handle
          key={port}
          id={port}
          type="target"
          position={Side.Left}
          className={styles.port}
          style={{ top: portTop(i, ports.in.length, height) }}
          title={ports.in.length > 1 ? label : undefined}
        />
      ))}
      {ports.out.map(({ id: port, label }, i) => (
        <Handle
          key={port}
          id={port}
          type="source"
          position={Side.Right}
          className={styles.port}
          style={{ top: portTop(i, ports.out.length, height) }}
          title={ports.out.length > 1 ? label : undefined}
        />
      ))}
      {spoken && <SpokenProblem id={id} problem={spoken} />}
    </div>
  )
})
