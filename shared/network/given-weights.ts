import type { Plain } from '../training/protocol'
import type { NetworkWeights } from './initialise'

/** Given weights where they fit by path and shape, fresh ones elsewhere. */
export function withGiven(
  fresh: NetworkWeights,
  given: ReadonlyMap<string, Plain>
): { readonly weights: NetworkWeights; readonly missing: readonly string[] } {
  const missing: string[] = []
  const weights: NetworkWeights = new Map(
    [...fresh].map(([path, own]) => {
      const other = given.get(path)
      if (other?.data instanceof Float32Array && sameSizes(other.shape, own.shape))
        return [path, { ...own, data: Float32Array.from(other.data) }]
      missing.push(path)
      return [path, own]
    })
  )
  return { weights, missing }
}

function sameSizes(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((d, i) => d === b[i])
}
