import { curveCases } from './curve.cases'

export { refusals } from './curve.cases'
export const cases = curveCases('nearly flat', { negativeSlope: 0.01 })
