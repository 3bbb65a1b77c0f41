export { poolingCases as cases } from './pooling.cases'
