export interface Numbers {
  readonly shape: readonly number[]
  readonly data: ArrayLike<number>
}

/** The largest difference, of 1 or of the largest number where that is more; `Infinity` where shapes differ. */
export function distance(
  actual: Numbers | undefined,
  expected: Numbers,
  counts: (i: number) => boolean = () => true
): number {
  if (!actual || JSON.stringify(actual.shape) !== JSON.stringify(expected.shape)) return Infinity
  const { off, largest } = compare(actual, expected, counts)
  return off / largest
}

/** Why two arrays differ by more than `tolerance` (of 1, or of the largest number where that is more); or `null`. */
export function difference(
  actual: Numbers | undefined,
  expected: Numbers,
  tolerance: number,
  counts: (i: number) => boolean = () => true
): string | null {
  if (!actual) return 'nothing came'
  if (JSON.stringify(actual.shape) !== JSON.stringify(expected.shape))
    return `shape [${actual.shape.join(', ')}], expected [${expected.shape.join(', ')}]`
  const { off, largest, where } = compare(actual, expected, counts)
  return off <= tolerance * largest
    ? null
    : `differs by ${off} at ${where}: ${actual.data[where] ?? NaN}, expected ${expected.data[where] ?? NaN}`
}

function compare(actual: Numbers, expected: Numbers, counts: (i: number) => boolean) {
  let largest = 1
  let off = 0
  let where = 0
  for (let i = 0; i < expected.data.length; i++) {
    if (!counts(i)) continue
    const [a, e] = [actual.data[i] ?? NaN, expected.data[i] ?? NaN]
    largest = Math.max(largest, Math.abs(e))
    const here = Math.abs(a - e)
    if (!(here <= off)) [off, where] = [here, i]
  }
  return { off, largest, where }
}
