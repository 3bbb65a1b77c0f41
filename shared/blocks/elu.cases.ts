import { curveCases } from './curve.cases'

export { refusals } from './curve.cases'
export const cases = curveCases('not so deep', { alpha: 0.5 })
