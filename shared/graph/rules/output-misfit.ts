import type { AnyValues } from '../../blocks/params'
import { sameShape, shapeText, type Dim, type TensorType } from '../../blocks/tensor-type'
import { findDataset } from '../../datasets/registry'
import { targetOf } from '../../datasets/target'
import type { Document } from '../../document/schema'
import { lossOf, type LossId } from '../../training/losses'

/** Why an Output can't take what reaches it; the message has no full stop, as there may be a cause to add. */
export interface Misfit {
  readonly code: 'output-sequence' | 'output-tokens' | 'output-shape'
  readonly message: string
  /** In a word or two, for an edge. */
  readonly expected: string
}

/** What is wrong with `type` for an Output of these parameters; `null` where nothing is, or its target is not known. */
export function outputMisfit(
  document: Document,
  name: string,
  values: AnyValues | null,
  type: TensorType
): Misfit | null {
  const gets = shapeText(type.shape)
  if (type.mask || type.shape[0] === null)
    return {
      code: 'output-sequence',
      message: `“${name}” expects one answer for a whole sequence, but gets one for each step (${gets})`,
      expected: 'one answer'
    }
  if (type.dtype === 'int32')
    return {
      code: 'output-tokens',
      message: `“${name}” expects computed numbers, but gets token ids (${gets}): put layers between, an Embedding first`,
      expected: 'numbers'
    }
  const wanted = values && wantedShape(document, values)
  if (!wanted || sameShape(type.shape, wanted)) return null
  const scores = Number(wanted[0])
  return {
    code: 'output-shape',
    message: `“${name}” expects ${scores} ${scores === 1 ? 'score' : 'scores'}, but gets ${gets}`,
    expected: String(scores)
  }
}

/** The shape that the loss wants for the target; `null` where they are not known or don't go together. */
export function wantedShape(document: Document, values: AnyValues): readonly Dim[] | null {
  const data = document.data && findDataset(document.data.source)
  const field = data && data.fields.find(f => f.name === values['target'])
  const target = field && targetOf(field)
  if (!target) return null
  const loss = lossOf(values['loss'] as LossId)
  const binary = values['loss'] === 'binaryCrossEntropy' && target.size !== 2
  return loss.target === target.kind && !binary ? loss.shape(target) : null
}
