/** What both position blocks share: they take a sequence of vectors, and give one of the same type. */
import { fail, ok, type Result } from '../result'
import type { Mistake } from './block'
import { shapeText, type TensorType } from './tensor-type'

/** The sequence itself, or why nothing can be added to its steps. */
export function positioned(label: string, x: TensorType): Result<readonly TensorType[], Mistake> {
  if (x.dtype === 'int32')
    return fail({
      port: 'in',
      message: `${label} adds to vectors, but gets token ids: put it behind the Embedding.`,
      why: 'token-ids',
      expected: 'numbers',
      ...(x.shape.length === 1 && { hints: [{ kind: 'insert-before', port: 'in', type: 'embedding' }] })
    })
  if (x.shape.length !== 2 || x.shape[1] == null)
    return fail({
      port: 'in',
      message: `${label} needs a sequence of time × features, but gets ${shapeText(x.shape)}.`,
      expected: 'a sequence'
    })
  return ok([x])
}
