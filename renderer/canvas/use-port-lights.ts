import type { BlockId } from '../../shared/document/schema'
import { useCanvas } from './canvas-state'

/** How a port looks while an edge is drawn: `resting` while none is. */
type Light = 'resting' | 'start' | 'fits' | 'notYet' | 'never'

/** Tells how the ports of a block look; a card is drawn anew where an edge begins and ends to be drawn, not between. */
export function usePortLights(id: BlockId): (side: 'in' | 'out', port: string) => Light {
  const fits = useCanvas(s => s.connection?.fits.get(id))
  const from = useCanvas(s => s.connection?.end.side)
  const start = useCanvas(s => (s.connection?.end.block === id ? s.connection.end.port : undefined))
  return (side, port) => {
    if (from === undefined) return 'resting'
    if (side === from) return port === start ? 'start' : 'never'
    const kind = fits?.[port]?.kind ?? 'never'
    return kind === 'not-yet' ? 'notYet' : kind
  }
}
