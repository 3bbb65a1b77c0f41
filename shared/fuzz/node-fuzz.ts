import { startWatchdog } from './node-watchdog'
import { seedOf } from './random'

interface Fuzz {
  /** What the inputs are, in plural: "documents". */
  readonly what: string
  /** How many are tried; ten times to twenty times as many by `npm run test:faults`. */
  readonly cases: { readonly short: number; readonly full: number }
  /** One input; the same seed gives the same one. */
  readonly make: (seed: number) => Uint8Array
  /** Gives it to what reads it, and throws where that is not as it should be. */
  readonly read: (bytes: Uint8Array) => 'taken' | 'refused'
}

export interface FuzzCounts {
  readonly cases: number
  readonly taken: number
  readonly refused: number
}

/**
 * Tries damaged inputs one after the other, and prints the counts and the slowest. An exception names its input, which
 * BLOCKPROP_SEED and BLOCKPROP_CASES bring back; one that takes more than 30 s ends the process, and so fails its test.
 */
export async function fuzz({ what, cases: { short, full }, make, read }: Fuzz): Promise<FuzzCounts> {
  const { BLOCKPROP_SEED: seedText = '4', BLOCKPROP_FULL: isFull, BLOCKPROP_CASES: some } = process.env
  const seed = Number(seedText)
  const cases = some === undefined ? (isFull === '1' ? full : short) : Number(some)
  const watchdog = startWatchdog(`damaged ${what}, seed ${seed}`)
  const counts = { taken: 0, refused: 0 }
  let slowest = { time: 0, index: 0 }
  for (let index = 0; index < cases; index++) {
    const bytes = make(seedOf(seed, index))
    const time = watchdog.watch(index, () => {
      try {
        counts[read(bytes)] += 1
      } catch (reason) {
        throw new Error(`damaged ${what}, input ${index} of seed ${seed}`, { cause: reason })
      }
    })
    if (time > slowest.time) slowest = { time, index }
  }
  await watchdog.end()
  if (Object.hasOwn(Object.prototype, 'polluted')) throw new Error(`${what} have changed every object`)
  process.stdout.write(
    `fuzz: ${cases} damaged ${what} (seed ${seed}): ${counts.taken} taken, ${counts.refused} refused, ` +
      `0 crashed, 0 stopped; the slowest, input ${slowest.index}, took ${Math.round(slowest.time)} ms\n`
  )
  return { cases, ...counts }
}

/** An hour: the watchdog ends what hangs, input by input. */
export const fuzzTimeout = 3_600_000
