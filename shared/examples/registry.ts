/** An example: `NAME.blockprop` beside this file, with its golden code. */
export interface Example {
  readonly name: string
  readonly label: string
  readonly summary: string
  /** The test accuracy that its own settings reach at the least; a test trains it and looks. */
  readonly score: number
  /** About how long its own settings take in a browser on a machine of today; told, not tested. */
  readonly seconds: number
}

/** In the order in which they are offered. */
export const EXAMPLES: readonly Example[] = [
  {
    name: 'digits-mlp',
    label: 'Recognise digits',
    summary: 'Three Dense layers read handwritten digits: the network of every first lesson.',
    score: 0.93,
    seconds: 15
  },
  {
    name: 'digits-cnn',
    label: 'Digits with convolutions',
    summary: 'Small windows slide over the image: better, with forty times fewer weights.',
    score: 0.955,
    seconds: 20
  },
  {
    name: 'digits-residual',
    label: 'Skip connections',
    summary: 'A residual block, drawn once as a group and used twice.',
    score: 0.94,
    seconds: 20
  },
  {
    name: 'iris-mlp',
    label: 'Iris flowers',
    summary: 'Four measurements tell three species apart: learned in a second.',
    score: 0.9,
    seconds: 1
  },
  {
    name: 'spiral-mlp',
    label: 'Two spirals',
    summary: 'Which arm is a point on? Two hidden layers learn to bend the border between them.',
    score: 0.95,
    seconds: 5
  },
  {
    name: 'names-lstm',
    label: 'Names, letter by letter',
    summary: 'An LSTM reads a first name of any length and says from which list it is.',
    score: 0.8,
    seconds: 10
  },
  {
    name: 'names-attention',
    label: 'Names by attention',
    summary: 'A small transformer: an encoder block, repeated twice, looks at all letters at once.',
    score: 0.77,
    seconds: 15
  }
]
