import { noiseCases, noiseRefusals } from './noise.cases'

export const cases = noiseCases('stddev')
export const refusals = noiseRefusals
