import type { Document } from '../document/schema'
import { createAnalyser } from '../graph/analyse'
import type { Problem } from '../graph/problem'
import { fail, ok, type Result } from '../result'
import { flattenNetwork, type FlatNetwork } from './flatten'
import { lower } from './lower'
import type { Network } from './network'

/** A document made ready to compute. */
export interface Runnable {
  readonly network: Network
  readonly flat: FlatNetwork
}

/** Checks, lowers and opens a document; what keeps it from running comes back as problems. */
export function networkOf(document: Document): Result<Runnable, readonly Problem[]> {
  const lowered = lower(document, createAnalyser()(document))
  if (!lowered.ok) return lowered
  const flat = flattenNetwork(lowered.value)
  if (!flat.ok) return fail([{ code: 'layers', severity: 'error', place: {}, message: flat.error }])
  return ok({ network: lowered.value, flat: flat.value })
}
