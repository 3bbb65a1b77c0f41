import { Handle, Position as Side, type NodeProps } from '@xyflow/react'
import { CircleAlert, Lightbulb } from 'lucide-react'
import { memo } from 'react'
import { blockOf } from '../../shared/blocks/registry'
import { strings } from '../../shared/strings/strings'
import { countText } from '../../shared/strings/format'
import { useSession } from '../store/session'
import { useShownNetworkId } from '../store/shown'
import { BlockTile } from '../ui/BlockTile'
import { groupColour } from '../ui/group-colour'
import { cursorIn, useCanvas } from './canvas-state'
import type { BlockNode } from './flow-elements'
import { pictureHeight } from './layout/measures'
import { blockHeight, portTop } from './node-geometry'
import { SpokenProblem } from './SpokenProblem'
import { Thumbnail } from './Thumbnail'
import { useBlockView } from './use-block'
import { usePicture } from './use-pictures'
import { usePortLights } from './use-port-lights'
import { useSpokenProblem } from './use-spoken-problem'
import styles from './BlockCard.module.css'

/** The element that stands for a block, for the canvas to point at. */
export const cardId = (id: string): string => `block-${id}`

/** A block on the canvas. It keeps no state, which would be lost when it scrolls out of sight. */
export const BlockCard = memo(function BlockCard({ id, selected }: NodeProps<BlockNode>) {
  const network = useShownNetworkId()
  const view = useBlockView(network, id)
  const spoken = useSpokenProblem(network, id)
  const picture = usePicture(network, id)
  const isCursor = useCanvas(s => cursorIn(useSession.getState().selection, s.cursor) === id)
  const lightOf = usePortLights(id)
  if (!view) return null
  const { block, line, shape, parameters, ports, severity } = view
  const height = blockHeight(ports)
  const state = severity === null ? '' : severity === 'error' ? styles.bad : styles.warned
  const colour = groupColour(blockOf(block.type)?.group)
  const handle = (side: 'in' | 'out') =>
    ports[side].map(({ id: port, label }, i) => (
      <Handle
        key={`${side} ${port}`}
        id={port}
        type={side === 'in' ? 'target' : 'source'}
        position={side === 'in' ? Side.Left : Side.Right}
        className={`${styles.port} ${styles[lightOf(side, port)]}`}
        style={{ top: portTop(i, ports[side].length, height) }}
        title={ports[side].length > 1 ? label : undefined}
      />
    ))
  return (
    <div
      id={cardId(id)}
      role="group"
      aria-roledescription={strings.canvas.spoken.role}
      aria-label={view.spoken}
      className={`${styles.block} ${selected ? styles.selected : ''} ${isCursor ? styles.cursor : ''} ${state}`}
      style={{ height: height + (picture ? pictureHeight : 0) }}
    >
      <div className={styles.head} aria-hidden="true">
        <BlockTile type={block.type} size="medium" />
        <div className={styles.words}>
          <div className={styles.name}>{block.name}</div>
          <div className={styles.line}>{line}</div>
        </div>
      </div>
      {picture && <Thumbnail picture={picture} colour={colour} />}
      <div className={styles.foot} aria-hidden="true">
        <b>{shape}</b>
        <span>{parameters > 0 ? countText(parameters) : ''}</span>
      </div>
      {severity !== null && (
        <span className={styles.badge} aria-hidden="true">
          {severity === 'error' ? <CircleAlert /> : <Lightbulb />}
        </span>
      )}
      {handle('in')}
      {handle('out')}
      {spoken && <SpokenProblem id={id} problem={spoken} />}
    </div>
  )
})
