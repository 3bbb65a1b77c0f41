import { BaseEdge, getBezierPath, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { useShownNetworkId } from '../store/shown'
import { useCanvas } from './canvas-state'
import { fitsEdge } from './edge-path'
import type { TypedEdge as Typed } from './flow-elements'
import { useEdgeText, useEdgeTrouble, useSpokenEdge } from './use-edge'
import styles from './TypedEdge.module.css'

/** An edge with the shape that travels along it, or with what is wrong with that, where there is room for the words. */
export const TypedEdge = memo(function TypedEdge(props: EdgeProps<Typed>) {
  const { id, source, target, sourceHandleId, targetHandleId, selected = false, data } = props
  const network = useShownNetworkId()
  const ends = { source, sourcePort: sourceHandleId ?? 'out', target, targetPort: targetHandleId ?? 'in' }
  const text = useEdgeText(network, ends)
  const trouble = useEdgeTrouble(network, ends)
  const spoken = useSpokenEdge(network, ends)
  const onto = useCanvas(s => s.onto === id)
  const [path, x, y] = getBezierPath(props)
  const fits = (words: string): boolean => fitsEdge(words, props.sourceX, props.targetX)
  const labelled = data?.labelled === true
  const words =
    trouble !== null && (fits(trouble) || selected)
      ? trouble
      : text !== '' && (selected || (labelled && fits(text)))
        ? text
        : ''
  const state = onto ? styles.onto : selected ? styles.selected : trouble !== null ? styles.bad : ''
  return (
    <g role="img" aria-label={trouble ? `${spoken}: ${trouble}` : spoken}>
      <BaseEdge id={id} path={path} interactionWidth={20} className={`${styles.edge} ${state}`} />
      {words !== '' && (
        <text
          className={`${styles.text} ${trouble !== null ? styles.wrong : ''}`}
          x={x}
          y={y - 8}
          textAnchor="middle"
          aria-hidden="true"
        >
          {words}
        </text>
      )}
    </g>
  )
})
