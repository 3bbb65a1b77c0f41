import type { Document } from '../document/schema'
import type { Problem } from './problem'

/** Whoever gets nothing is offered the one loose end that could feed it, as that end offers itself. */
export function offerConnection(document: Document, problems: readonly Problem[]): readonly Problem[] {
  const offers = problems.flatMap(({ code, place, fix }) => {
    const [edit] = fix?.edits ?? []
    return code === 'loose-end' && edit?.kind === 'connect' ? [{ place, edit }] : []
  })
  if (offers.length === 0) return problems
  return problems.map(problem => {
    const { network, block, port } = problem.place
    if (problem.code !== 'missing-input' || problem.fix || network === undefined) return problem
    const offer = offers.find(
      ({ edit }) => edit.network === network && edit.edge.to.block === block && edit.edge.to.port === port
    )
    if (!offer) return problem
    const nameOf = (id: string): string => document.networks[network]?.blocks[id]?.name ?? id
    const { from, to } = offer.edit.edge
    return {
      ...problem,
      fix: { label: `Connect ${nameOf(from.block)} to ${nameOf(to.block)}`, edits: [offer.edit] }
    }
  })
}
