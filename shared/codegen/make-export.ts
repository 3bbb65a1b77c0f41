import type { ReadAsset } from '../datasets/dataset'
import type { Document } from '../document/schema'
import { withGiven } from '../network/given-weights'
import { initialWeights } from '../network/initialise'
import type { Runnable } from '../network/network-of'
import { fail, ok, type Result } from '../result'
import { loadRunData } from '../training/prepare-run'
import type { PlainWeights } from '../training/protocol'
import type { ProgramForm } from './forms/form'
import type { ExportFiles, ExportSource, Target } from './target'

export interface Wanted {
  readonly document: Document
  readonly target: Target
  readonly forms: readonly ProgramForm[]
  /** Trained weights to put beside it; none: the program begins anew. */
  readonly weights: PlainWeights | null
}

/** Where the time goes. */
export type ExportStep = 'reading' | 'writing' | 'packing'

/** A whole export of a document that has no problems: reads its samples, and writes all files. */
export async function makeExport(
  { document, target, forms, weights }: Wanted,
  { network, flat }: Runnable,
  read: ReadAsset,
  onStep: (step: ExportStep) => void = () => undefined
): Promise<Result<ExportFiles, string>> {
  onStep('reading')
  const data = document.data ? await loadRunData(document, read) : ok(undefined)
  if (!data.ok) return fail(`${data.error.message} ${data.error.advice}`)
  onStep('writing')
  const own = weights && withGiven(initialWeights(flat, 0), weights)
  if (own && own.missing.length > 0)
    return fail(
      `These are the weights of another network: there is nothing for ${own.missing.slice(0, 3).join(', ')}.`
    )
  const source: ExportSource = {
    network,
    ...(data.value && { data: data.value }),
    ...(own && { weights: own.weights })
  }
  return target.files(source, forms)
}
