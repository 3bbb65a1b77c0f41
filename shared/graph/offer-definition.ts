import type { Document } from '../document/schema'
import type { Problem } from './problem'

/** A group of the root whose definition is gone is offered the first one that there is; there it makes no circle. */
export function offerDefinition(document: Document, problems: readonly Problem[]): readonly Problem[] {
  const [first] = Object.entries(document.networks).filter(([id]) => id !== document.root)
  if (!first) return problems
  const [id, { name }] = first
  return problems.map(problem => {
    const { network, block } = problem.place
    if (problem.code !== 'no-definition' || network !== document.root || block === undefined) return problem
    return {
      ...problem,
      fix: {
        label: `Use the group ${name}`,
        edits: [{ kind: 'setParam', network, block, name: 'network', value: id }]
      }
    }
  })
}
