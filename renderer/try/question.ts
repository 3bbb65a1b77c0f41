import type { Field } from '../../shared/datasets/dataset'
import { findDataset } from '../../shared/datasets/registry'
import type { BlockId, Document } from '../../shared/document/schema'

interface Asked {
  /** The Input that the answer is computed from, and the Output that gives it. */
  readonly input: BlockId
  readonly output: BlockId
  readonly classes: readonly string[]
}

/** How a trained network can be asked; `none` where there is no form for its data. */
export type Question =
  | ({ readonly kind: 'digit' } & Asked)
  | ({ readonly kind: 'tokens'; readonly vocabulary: readonly string[]; readonly length: number } & Asked)
  | { readonly kind: 'none' }

const none: Question = { kind: 'none' }

/** For networks with one Input; of several Outputs the first that names classes. */
export function questionOf(document: Document): Question {
  const dataset = document.data && findDataset(document.data.source)
  const blocks = Object.entries(document.networks[document.root]?.blocks ?? {})
  const inputs = blocks.filter(([, block]) => block.type === 'input')
  const [input] = inputs
  if (!dataset || !input || inputs.length > 1) return none
  const fieldOf = (name: unknown): Field | undefined => dataset.fields.find(field => field.name === name)
  const source = fieldOf(input[1].params['field'])
  for (const [output, block] of blocks) {
    const target = block.type === 'output' ? fieldOf(block.params['target']) : undefined
    if (target?.kind !== 'category') continue
    const asked = { input: input[0], output, classes: target.classes }
    if (source?.kind === 'image' && source.type.shape.join() === '28,28,1') return { kind: 'digit', ...asked }
    if (source?.kind === 'tokens')
      return { kind: 'tokens', vocabulary: source.vocabulary, length: source.type.shape[0] ?? 1, ...asked }
  }
  return none
}
