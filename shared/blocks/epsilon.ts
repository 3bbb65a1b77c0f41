import { float } from './params'

/** The parameter that normalisations share; Keras's default. */
export const epsilon = float({
  label: 'Epsilon',
  help: 'A little number that keeps the division from going wrong.',
  default: 0.001,
  min: 0,
  max: 1,
  above: true
})
