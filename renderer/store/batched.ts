/**
 * Collects items and hands them over together, in their order, a moment after the first: messages that come faster
 * than anybody reads cost one drawing, ten of them a second. `later` calls back once the moment is over.
 */
export function batched<T>(
  handle: (items: readonly T[]) => void,
  later: (callBack: () => void) => unknown = callBack => setTimeout(callBack, 100)
): (item: T) => void {
  let waiting: T[] = []
  const flush = (): void => {
    const items = waiting
    waiting = []
    handle(items)
  }
  return item => {
    waiting.push(item)
    if (waiting.length === 1) later(flush)
  }
}
