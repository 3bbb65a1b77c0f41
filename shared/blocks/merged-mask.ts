import type { OpsBuilder } from '../network/builder'
import type { Value } from '../network/program'

/** The mask of a merge, as in Keras 3: none unless all have one; a step counts where it counts in any. */
export function mergedMask(b: OpsBuilder, values: readonly Value[]): Value | undefined {
  const masks = values.map(value => value.mask)
  return masks.every(mask => mask !== undefined) ? masks.reduce((a, c) => b.max(a, c)) : undefined
}
