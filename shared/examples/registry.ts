/** The examples in the order in which they are offered; each is `NAME.blockprop` beside this file. */
export interface Example {
  readonly name: string
  readonly label: string
  readonly summary: string
  /** The test accuracy that its own settings reach, checked in the tests. */
  readonly score: number
}

export const EXAMPLES: readonly Example[] = [
  {
    name: 'digits-mlp',
    label: 'Recognise digits',
    summary: 'Three Dense layers read handwritten digits: the network of every first lesson.',
    score: 0.93
  }
]
