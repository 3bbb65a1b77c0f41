import type { OpsBuilder } from '../network/builder'
import type { Value } from '../network/program'

/** The mask of a merge, as in Keras 3: none unless all have one; a step counts where it counts in any. */
export function mergedMask(b: OpsBuilder, values: readonly Value[]): Value | undefined {
  const masks = values.map(value => value.mask)
  return masks.every(mask => mask !== undefined)
    ? masks.reduce((a, c) => (a.id === c.id ? a : b.max(a, c)))
    : undefined
}

/** Where a step counts in both, as far as there are masks. */
export function commonMask(b: OpsBuilder, x: Value | undefined, y: Value | undefined): Value | undefined {
  return x && y && x.id !== y.id ? b.min(x, y) : (x ?? y)
}
