import { affineCases } from './random-affine.cases'

export { refusals } from './random-affine.cases'
export const cases = affineCases({ factor: 0 }, { factor: 0.9 })
