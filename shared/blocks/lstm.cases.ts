import { recurrentCases } from './recurrent.cases'

export { refusals } from './recurrent.cases'
export const cases = recurrentCases(72, 16)
