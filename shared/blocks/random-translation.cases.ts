import { affineCases } from './random-affine.cases'

export { refusals } from './random-affine.cases'
export const cases = affineCases({ heightFactor: 0, widthFactor: 0 }, { heightFactor: 0.6, widthFactor: 0.9 })
