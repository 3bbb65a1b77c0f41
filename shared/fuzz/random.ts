/** A source of numbers for tests that try at random: the same seed gives the same ones. */
export interface Random {
  /** From 0, below 1. */
  unit(): number
  /** A whole number from 0, below `end`. */
  below(end: number): number
  /** One of a list, which is not empty. */
  pick<T>(list: readonly T[]): T
}

/** mulberry32, by Tommy Ettinger: 32 bits of state, enough to tell cases apart. */
export function randomFrom(seed: number): Random {
  let state = seed
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number): number => Math.floor(unit() * end)
  return {
    unit,
    below,
    pick: list => {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    }
  }
}

/** A seed for each of many cases, so that any of them can be tried again alone. */
export function seedOf(seed: number, index: number): number {
  return (Math.imul(seed, 0x85ebca6b) + Math.imul(index, 0x9e3779b1)) | 0
}
