import { topology } from '../topology'
import { edgesInto } from '../wiring'
import { fixFor } from '../fixes'
import type { Rule } from './rule'

/** A block that needs its own result can't be computed. */
export const cycles: Rule = ({ document }) =>
  Object.entries(document.networks).flatMap(([network, definition]) =>
    topology(definition).cycles.flatMap(knot => {
      const [first] = knot
      if (first === undefined) return []
      const inside = new Set(knot)
      // The edge that came too much: its port has another one besides.
      const back = knot
        .flatMap(id => edgesInto(definition, id).filter(edge => inside.has(edge.from.block)))
        .findLast(({ to }) => edgesInto(definition, to.block, to.port).length > 1)
      const names = knot.map(id => `“${definition.blocks[id]?.name ?? id}”`)
      return [
        {
          code: 'cycle',
          severity: 'error' as const,
          place: { network, block: first },
          message: `${names.slice(0, 4).join(', ')}${names.length > 4 ? ' and others' : ''} wait for each other in a circle: remove one edge of it.`,
          ...(back && { fix: fixFor.disconnect(network, [back]) })
        }
      ]
    })
  )
