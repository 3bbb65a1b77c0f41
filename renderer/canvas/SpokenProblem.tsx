import { useStore } from '@xyflow/react'
import { useEffect, useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { BlockId } from '../../shared/document/schema'
import type { Problem } from '../../shared/graph/problem'
import { Callout } from '../problems/Callout'
import { problemKey } from '../problems/problem-key'
import { useSession } from '../store/session'
import { calloutPlace } from './callout-place'
import { sayUnlessSaid } from './canvas-state'
import { size } from './layout/measures'
import styles from './SpokenProblem.module.css'

/** The words of a problem beside its block, above all that stands on the canvas. */
export function SpokenProblem({ id, problem }: { readonly id: BlockId; readonly problem: Problem }) {
  const { message } = problem
  useEffect(() => {
    // Of a block that is selected its name has told it, or the inspector does.
    if (!useSession.getState().selection.has(id)) sayUnlessSaid(message)
  }, [id, message])
  const layer = useStore(s => s.domNode?.querySelector(`[${layerName}]`) ?? null)
  const [box, setBox] = useState<HTMLElement | null>(null)
  const [words, setWords] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    if (!box) return
    const measure = (): void => setWords({ width: box.offsetWidth, height: box.offsetHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [box])
  const transform = useStore(({ nodeLookup, transform: [left, top, zoom], width, height }) => {
    const node = nodeLookup.get(id)
    const at = node?.position ?? { x: 0, y: 0 }
    const block = {
      x: at.x * zoom + left,
      y: at.y * zoom + top,
      width: size.width * zoom,
      height: (node?.measured.height ?? size.height) * zoom
    }
    const { x, y } = calloutPlace(block, words, { width, height })
    return `translate(${x}px, ${y}px)`
  })
  if (!layer) return null
  return createPortal(
    <div ref={setBox} className={styles.words} style={{ transform }}>
      <Callout problem={problem} onHide={() => useSession.setState({ hidden: problemKey(problem) })} />
    </div>,
    layer
  )
}

const layerName = 'data-spoken-problems'

/** Where the words stand: they neither grow with the blocks nor lie under the map. */
export function SpokenProblems() {
  return <div className={styles.layer} {...{ [layerName]: '' }} />
}
