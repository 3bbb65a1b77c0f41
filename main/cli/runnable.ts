import type { Document } from '../../shared/document/schema'
import { createAnalyser } from '../../shared/graph/analyse'
import type { Problem } from '../../shared/graph/problem'
import { flattenNetwork, type FlatNetwork } from '../../shared/network/flatten'
import { lower } from '../../shared/network/lower'
import type { Network } from '../../shared/network/network'
import { fail, ok, type Result } from '../../shared/result'

/** The network of a document, or its problems. */
export function networkOf(
  document: Document
): Result<{ readonly network: Network; readonly flat: FlatNetwork }, readonly Problem[]> {
  const lowered = lower(document, createAnalyser()(document))
  if (!lowered.ok) return lowered
  const flat = flattenNetwork(lowered.value)
  if (!flat.ok) return fail([{ code: 'layers', severity: 'error', place: {}, message: flat.error }])
  return ok({ network: lowered.value, flat: flat.value })
}
