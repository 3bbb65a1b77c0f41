/** Whether two values of a document hold the same, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  const left = new Map<string, unknown>(Object.entries(a))
  const right = Object.entries(b)
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.size === right.length &&
    right.every(([key, value]) => left.has(key) && same(left.get(key), value))
  )
}
