import type { DatasetInfo, Field } from '../../shared/datasets/dataset'
import type { BlockId, Document } from '../../shared/document/schema'
import type { Analysis } from '../../shared/graph/analyse'
import type { Problem } from '../../shared/graph/problem'

export interface FieldUse {
  readonly field: Field
  /** The Inputs that take it and the Outputs that compare with it. */
  readonly blocks: readonly { readonly id: BlockId; readonly name: string }[]
  /** Where such a block and the field don't go together. */
  readonly problems: readonly Problem[]
}

export interface DataUse {
  readonly fields: readonly FieldUse[]
  /** Inputs and Outputs that ask for a field which the data has not. */
  readonly problems: readonly Problem[]
}

/** Which blocks use which field of the data, and what is wrong there. */
export function fieldUses(document: Document, { root, problems }: Analysis, dataset: DatasetInfo): DataUse {
  const ends = Object.entries(document.networks[document.root]?.blocks ?? {}).flatMap(
    ([id, { type, name }]) => {
      const param = type === 'input' ? 'field' : type === 'output' ? 'target' : undefined
      return param === undefined ? [] : [{ id, name, field: root.blocks.get(id)?.values?.[param] }]
    }
  )
  const at = (blocks: readonly { readonly id: BlockId }[], codes: ReadonlySet<string>): readonly Problem[] =>
    problems.filter(
      ({ code, place }) =>
        codes.has(code) && place.network === document.root && blocks.some(({ id }) => id === place.block)
    )
  return {
    fields: dataset.fields.map(field => {
      const blocks = ends.filter(end => end.field === field.name)
      return { field, blocks, problems: at(blocks, unfitting) }
    }),
    problems: at(ends, missing)
  }
}

const unfitting: ReadonlySet<string> = new Set(['input-shape', 'input-dtype', 'loss-target'])
const missing: ReadonlySet<string> = new Set(['unknown-field', 'unknown-target'])
