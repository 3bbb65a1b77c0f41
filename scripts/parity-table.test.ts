import { expect, it } from 'vitest'
import { parityTable } from './parity-table.mjs'

it('has a row for each block, with the worst of its cases in each target', () => {
  const fact = (target: string, type: string, outputs: number, gradients: number) => ({
    target,
    type,
    outputs,
    gradients
  })
  expect(
    parityTable([
      fact('keras', 'dense', 0, 2e-6),
      fact('keras', 'dense', 3e-7, 1e-8),
      fact('pytorch', 'dense', Infinity, 0),
      fact('pytorch', 'add', 0, 0)
    ])
  ).toBe(
    [
      '| Block | keras | pytorch |',
      '| --- | --- | --- |',
      '| add | none | 1: < 1e-7, < 1e-7 |',
      '| dense | 2: < 1e-6, < 1e-5 | 1: no result, < 1e-7 |',
      ''
    ].join('\n')
  )
})
