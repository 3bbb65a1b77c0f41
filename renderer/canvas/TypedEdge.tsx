import { BaseEdge, getBezierPath, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { useShownNetworkId } from '../store/shown'
import type { TypedEdge as Typed } from './flow-elements'
import { useEdgeText, useHasError } from './use-block'
import styles from './TypedEdge.module.css'

/** Of a figure in the edge's type, 10 px wide. */
const figure = 6

/** An edge with the shape that travels along it, where there is room for the words. */
export const TypedEdge = memo(function TypedEdge(props: EdgeProps<Typed>) {
  const { id, source, target, sourceHandleId, selected, data } = props
  const network = useShownNetworkId()
  const text = useEdgeText(network, source, sourceHandleId ?? 'out')
  const bad = useHasError(network, target)
  const [path, x, y] = getBezierPath(props)
  const room = props.targetX - props.sourceX
  const says = text !== '' && (selected === true || (data?.labelled === true && text.length * figure <= room))
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={18}
        className={`${styles.edge} ${selected === true ? styles.selected : bad ? styles.bad : ''}`}
      />
      {says && (
        <text className={styles.text} x={x} y={y - 7} textAnchor="middle">
          {text}
        </text>
      )}
    </>
  )
})
