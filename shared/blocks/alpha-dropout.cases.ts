import { noiseCases, noiseRefusals } from './noise.cases'

export const cases = noiseCases('rate')
export const refusals = noiseRefusals
