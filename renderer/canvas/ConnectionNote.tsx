import { useConnection, useStore } from '@xyflow/react'
import { CircleSlash2, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { SAME_SIDE } from '../../shared/graph/fits'
import { useCanvas, type Spot } from './canvas-state'
import styles from './ConnectionNote.module.css'

/** Milliseconds that the reason for a refusal stays, unless something else is done. */
const lasting = 5000

/** Beside the pointer: why an edge does not fit where it is held, and for a moment why it was refused. */
export function ConnectionNote() {
  const note = useCanvas(s => s.note)
  const connection = useCanvas(s => s.connection)
  const over = useConnection(({ inProgress, toHandle }) =>
    inProgress && toHandle ? `${toHandle.nodeId} ${toHandle.type} ${toHandle.id ?? ''}` : ''
  )
  const pointer = useConnection(c => (c.inProgress && c.toHandle ? `${c.pointer.x} ${c.pointer.y}` : ''))
  useFading(note !== null)
  const flow = useStore(s => s.domNode)
  if (note && flow) {
    const origin = flow.getBoundingClientRect()
    return <Words at={{ x: note.spot.x - origin.x, y: note.spot.y - origin.y }} text={note.text} refused />
  }
  if (!connection || over === '') return null
  const [block = '', type, port = ''] = over.split(' ')
  const [x = 0, y = 0] = pointer.split(' ').map(Number)
  const { end, fits } = connection
  if (block === end.block && port === end.port) return null
  const side = type === 'target' ? 'in' : 'out'
  if (side === end.side) return <Words at={{ x, y }} text={SAME_SIDE[side]} refused />
  const fit = fits.get(block)?.[port]
  if (!fit || fit.kind === 'fits') return null
  return <Words at={{ x, y }} text={fit.why} refused={fit.kind === 'never'} />
}

function Words({
  at,
  text,
  refused
}: {
  readonly at: Spot
  readonly text: string
  readonly refused: boolean
}) {
  const Icon = refused ? CircleSlash2 : TriangleAlert
  const width = useStore(s => s.width)
  // On the side of the pointer where there is room.
  const flipped = at.x > width - 280
  return (
    <div
      className={`${styles.note} ${refused ? styles.bad : styles.warned} ${flipped ? styles.flipped : ''}`}
      style={{ left: at.x, top: at.y }}
    >
      <Icon />
      {text}
    </div>
  )
}

/** Takes the words of a refusal away after a while, or with the next thing that is done. */
function useFading(shown: boolean): void {
  useEffect(() => {
    if (!shown) return
    const hide = (): void => useCanvas.setState({ note: null })
    const timer = setTimeout(hide, lasting)
    window.addEventListener('pointerdown', hide)
    window.addEventListener('keydown', hide)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointerdown', hide)
      window.removeEventListener('keydown', hide)
    }
  }, [shown])
}
