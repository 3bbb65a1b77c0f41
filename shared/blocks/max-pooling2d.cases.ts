export { poolingCases as cases, poolingRefusals as refusals } from './pooling.cases'
