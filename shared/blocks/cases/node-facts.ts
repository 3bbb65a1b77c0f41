import { appendFileSync } from 'node:fs'

/** How far a target was from the interpreter in one case of a block, relative to the size of the numbers. */
export interface ParityFact {
  readonly target: string
  readonly type: string
  readonly outputs: number
  readonly gradients: number
}

/** Adds a fact to the file that `npm run test:parity` makes its table of; does nothing in any other run. */
export function keepFact(fact: ParityFact): void {
  const file = process.env['BLOCKPROP_PARITY_FACTS']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(fact)}\n`)
}
