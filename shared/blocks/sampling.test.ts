import { expect, it } from 'vitest'
import { createBuilder } from '../network/builder'
import { interpret } from '../network/interpret'
import { ndArray } from '../network/nd-array'
import { sampleAt, type Fill } from './sampling'

const ROW = [1, 2, 4, 8]

it.each<readonly [Fill, readonly number[], readonly number[]]>([
  ['nearest', [0, 1, 2, 3], ROW],
  ['nearest', [0.5, 1.25, 2.75, 3], [1.5, 2.5, 7, 8]],
  ['nearest', [-5, -0.25, 3.25, 9], [1, 1, 8, 8]],
  ['constant', [-1, -0.25, 3.25, 4], [0, 0.75, 6, 0]],
  ['constant', [-9, 0.5, 2.5, 9], [0, 1.5, 6, 0]],
  ['reflect', [-0.5, -1, -2, -1.5], [1, 1, 2, 1.5]],
  ['reflect', [4, 5, 7, 8], [8, 4, 1, 1]],
  ['reflect', [-8, -5, -4, 11], [1, 8, 8, 8]],
  ['reflect', [-800, -801, 800, 803], [1, 1, 1, 8]]
])('%s at %j', (fill, places, expected) => {
  const b = createBuilder({ batch: 1, training: true })
  const image = b.input('image', [1, 1, 4, 1], 'float32')
  const rows = b.constant({ shape: [1, 1, 4, 1], data: [0, 0, 0, 0] })
  const columns = b.constant({ shape: [1, 1, 4, 1], data: places })
  const program = b.finish({ y: sampleAt(b, image, rows, columns, fill) })
  const result = interpret(program, { inputs: { image: ndArray([1, 1, 4, 1], ROW) }, weights: {} })
  if (!result.ok) throw new Error(result.error.message)
  const found = Array.from(result.value.outputs['y']?.data ?? [])
  for (const [i, y] of found.entries()) expect(y).toBeCloseTo(expected[i] ?? Number.NaN, 5)
  expect(found).toHaveLength(expected.length)
})
