import { findDataset } from '../../datasets/registry'
import { fixFor } from '../fixes'
import type { Problem } from '../problem'
import { edgesInto } from '../wiring'
import type { Rule } from './rule'

/** An Embedding has a row for each token of the field that it reads. */
export const vocabulary: Rule = ({ document, root }) => {
  const network = document.networks[document.root]
  const data = document.data && findDataset(document.data.source)
  return Object.entries(network?.blocks ?? {}).flatMap(([id, block]): readonly Problem[] => {
    const known = root.blocks.get(id)?.values?.['vocabulary']
    const [edge] = network ? edgesInto(network, id, 'in') : []
    if (block.type !== 'embedding' || typeof known !== 'number' || !edge) return []
    const source = network?.blocks[edge.from.block]
    const name = root.blocks.get(edge.from.block)?.values?.['field']
    const field = source?.type === 'input' ? data?.fields.find(f => f.name === name) : undefined
    if (field?.kind !== 'tokens' || field.vocabulary.length <= known) return []
    const all = field.vocabulary.length
    return [
      {
        code: 'vocabulary',
        severity: 'error',
        place: { network: document.root, block: id, param: 'vocabulary' },
        message: `“${block.name}” knows ${known} ${known === 1 ? 'token' : 'tokens'}, but ${field.label} has ${all}: the others have no row in its table.`,
        fix: fixFor.setParam(document.root, id, 'vocabulary', all, { vocabulary: { label: 'Vocabulary' } })
      }
    ]
  })
}
