import { NodeToolbar, Position as Side, useStore } from '@xyflow/react'
import { useEffect } from 'react'
import type { BlockId } from '../../shared/document/schema'
import type { Problem } from '../../shared/graph/problem'
import { Callout } from '../problems/Callout'
import { problemKey } from '../problems/problem-key'
import { useSession } from '../store/session'
import { sayUnlessSaid } from './canvas-state'
import { size } from './layout/measures'

/** Half of a callout and of its shadow, in pixels. */
const reach = 140

/** The words of a problem below its block, where they are in sight. */
export function SpokenProblem({ id, problem }: { readonly id: BlockId; readonly problem: Problem }) {
  const { message } = problem
  useEffect(() => {
    // Of a block that is selected its name has told it, or the inspector does.
    if (!useSession.getState().selection.has(id)) sayUnlessSaid(message)
  }, [id, message])
  const align = useStore(({ nodeLookup, transform: [x, , zoom], width }) => {
    const left = (nodeLookup.get(id)?.position.x ?? 0) * zoom + x
    const middle = left + (size.width * zoom) / 2
    return middle + reach > width ? 'end' : middle - reach < 0 ? 'start' : 'center'
  })
  return (
    <NodeToolbar isVisible position={Side.Bottom} align={align} offset={14}>
      <Callout problem={problem} onHide={() => useSession.setState({ hidden: problemKey(problem) })} />
    </NodeToolbar>
  )
}
