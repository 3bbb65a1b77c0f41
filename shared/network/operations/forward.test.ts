// Long because it is one table: a row for each operation and each of its attributes.
import { describe, expect, it } from 'vitest'
import type { Pair } from '../program'
import { compute, floats, ints, type Case } from './testing'

const grid = floats([1, 3, 3, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9])
const row = floats([1, 4, 1], [1, 2, 3, 4])
const around: readonly Pair[] = [
  [1, 1],
  [1, 1]
]

/** Worked out by hand. */
const cases: readonly (Case & { readonly shape: readonly number[]; readonly expected: readonly number[] })[] =
  [
    {
      name: 'relu',
      operands: [floats([3], [-1, 0, 2])],
      build: (b, x) => b.relu(x),
      shape: [3],
      expected: [0, 0, 2]
    },
    {
      name: 'sigmoid of far out',
      operands: [floats([3], [-800, 0, 800])],
      build: (b, x) => b.sigmoid(x),
      shape: [3],
      expected: [0, 0.5, 1]
    },
    {
      name: 'softplus of far out',
      operands: [floats([3], [-800, 0, 800])],
      build: (b, x) => b.softplus(x),
      shape: [3],
      expected: [0, Math.LN2, 800]
    },
    {
      name: 'erf',
      operands: [floats([4], [0, 0.5, -1, 3])],
      build: (b, x) => b.erf(x),
      shape: [4],
      expected: [0, 0.5204998778130465, -0.8427007929497149, 0.9999779095030014]
    },
    {
      name: 'number minus value',
      operands: [floats([2], [1, 2])],
      build: (b, x) => b.sub(10, x),
      shape: [2],
      expected: [9, 8]
    },
    {
      name: 'add, broadcast',
      operands: [floats([2, 1], [1, 2]), floats([3], [10, 20, 30])],
      build: (b, x, y) => b.add(x, y),
      shape: [2, 3],
      expected: [11, 21, 31, 12, 22, 32]
    },
    {
      name: 'less',
      operands: [floats([3], [1, 2, 3])],
      build: (b, x) => b.less(x, 2),
      shape: [3],
      expected: [1, 0, 0]
    },
    {
      name: 'select',
      operands: [ints([3], [1, 0, 2]), floats([3], [1, 2, 3])],
      build: (b, x, y) => b.select(x, y, -1),
      shape: [3],
      expected: [1, -1, 3]
    },
    {
      name: 'cast to whole numbers',
      operands: [floats([3], [1.9, -1.9, 2])],
      build: (b, x) => b.cast(x, 'int32'),
      shape: [3],
      expected: [1, -1, 2]
    },
    {
      name: 'matmul',
      operands: [floats([2, 2], [1, 2, 3, 4]), floats([2, 2], [5, 6, 7, 8])],
      build: (b, x, y) => b.matmul(x, y),
      shape: [2, 2],
      expected: [19, 22, 43, 50]
    },
    {
      name: 'matmul, transposed',
      operands: [floats([1, 3], [1, 2, 3]), floats([1, 3], [4, 5, 6])],
      build: (b, x, y) => b.matmul(x, y, { transposeA: true, transposeB: false }),
      shape: [3, 3],
      expected: [4, 5, 6, 8, 10, 12, 12, 15, 18]
    },
    {
      name: 'conv',
      operands: [grid, floats([2, 2, 1, 1], [1, 0, 0, -1])],
      build: (b, x, k) => b.conv(x, k),
      shape: [1, 2, 2, 1],
      expected: [-4, -4, -4, -4]
    },
    {
      name: 'conv, causal and dilated',
      operands: [row, floats([2, 1, 1], [10, 1])],
      build: (b, x, k) => b.conv(x, k, { padding: [[2, 0]], dilation: [2] }),
      shape: [1, 4, 1],
      expected: [1, 2, 13, 24]
    },
    {
      name: 'conv, two groups',
      operands: [floats([1, 2, 2], [1, 2, 3, 4]), floats([1, 1, 2], [10, 100])],
      build: (b, x, k) => b.conv(x, k, { groups: 2 }),
      shape: [1, 2, 2],
      expected: [10, 200, 30, 400]
    },
    {
      name: 'convTranspose',
      operands: [floats([1, 2, 1], [1, 2]), floats([3, 1, 1], [1, 10, 100])],
      build: (b, x, k) => b.convTranspose(x, k, { strides: [2] }),
      shape: [1, 5, 1],
      expected: [1, 10, 102, 20, 200]
    },
    {
      name: 'convTranspose, with output padding',
      operands: [floats([1, 2, 1], [1, 2]), floats([1, 1, 1], [3])],
      build: (b, x, k) => b.convTranspose(x, k, { strides: [2], padding: [[0, -1]] }),
      shape: [1, 4, 1],
      expected: [3, 0, 6, 0]
    },
    {
      name: 'maxPool of negatives, padded',
      operands: [floats([1, 2, 1], [-5, -3])],
      build: (b, x) => b.maxPool(x, { size: [2], strides: [1], padding: [[1, 0]] }),
      shape: [1, 2, 1],
      expected: [-5, -3]
    },
    {
      name: 'avgPool, divisor without the padding',
      operands: [grid],
      build: (b, x) => b.avgPool(x, { size: [3, 3], strides: [2, 2], padding: around }),
      shape: [1, 2, 2, 1],
      expected: [3, 4, 6, 7]
    },
    {
      name: 'resize nearest',
      operands: [row],
      build: (b, x) => b.resize(x, { size: [6], method: 'nearest' }),
      shape: [1, 6, 1],
      expected: [1, 2, 2, 3, 4, 4]
    },
    {
      name: 'resize bilinear',
      operands: [floats([1, 2, 1], [0, 4])],
      build: (b, x) => b.resize(x, { size: [4], method: 'bilinear' }),
      shape: [1, 4, 1],
      expected: [0, 1, 3, 4]
    },
    {
      name: 'sum',
      operands: [grid],
      build: (b, x) => b.sum(x, [1]),
      shape: [1, 3, 1],
      expected: [12, 15, 18]
    },
    {
      name: 'mean, kept',
      operands: [grid],
      build: (b, x) => b.mean(x, [2], true),
      shape: [1, 3, 1, 1],
      expected: [2, 5, 8]
    },
    {
      name: 'maxOf whole numbers',
      operands: [ints([2, 2], [-7, -3, -2, -9])],
      build: (b, x) => b.maxOf(x, [1]),
      shape: [2],
      expected: [-3, -2]
    },
    {
      name: 'softmax of large numbers',
      operands: [floats([1, 2], [1000, 1000 + Math.log(3)])],
      build: (b, x) => b.softmax(x, -1),
      shape: [1, 2],
      expected: [0.25, 0.75]
    },
    {
      name: 'logSoftmax of far apart',
      operands: [floats([1, 2], [-1000, 1000])],
      build: (b, x) => b.logSoftmax(x, 1),
      shape: [1, 2],
      expected: [-2000, 0]
    },
    {
      name: 'softmaxCrossEntropy of far apart',
      operands: [floats([2, 2], [-1000, 1000, 0, 0]), ints([2], [0, 1])],
      build: (b, x, y) => b.softmaxCrossEntropy(x, y),
      shape: [2],
      expected: [2000, Math.LN2]
    },
    {
      name: 'sigmoidCrossEntropy of far out',
      operands: [floats([3], [-1000, 0, 1000]), floats([3], [1, 0.5, 1])],
      build: (b, x, y) => b.sigmoidCrossEntropy(x, y),
      shape: [3],
      expected: [1000, Math.LN2, 0]
    },
    {
      name: 'transpose',
      operands: [floats([2, 3], [1, 2, 3, 4, 5, 6])],
      build: (b, x) => b.transpose(x, [1, 0]),
      shape: [3, 2],
      expected: [1, 4, 2, 5, 3, 6]
    },
    {
      name: 'concat',
      operands: [floats([2, 1], [1, 2]), floats([2, 2], [3, 4, 5, 6])],
      build: (b, x, y) => b.concat([x, y], -1),
      shape: [2, 3],
      expected: [1, 3, 4, 2, 5, 6]
    },
    {
      name: 'slice',
      operands: [grid],
      build: (b, x) => b.slice(x, [0, 1, 1, 0], [1, 2, -1, 1]),
      shape: [1, 2, 2, 1],
      expected: [5, 6, 8, 9]
    },
    {
      name: 'pad',
      operands: [floats([1, 2], [1, 2])],
      build: (b, x) =>
        b.pad(
          x,
          [
            [1, 0],
            [0, 1]
          ],
          9
        ),
      shape: [2, 3],
      expected: [9, 9, 9, 1, 2, 9]
    },
    {
      name: 'reverse',
      operands: [row],
      build: (b, x) => b.reverse(x, 1),
      shape: [1, 4, 1],
      expected: [4, 3, 2, 1]
    },
    {
      name: 'broadcast',
      operands: [floats([2, 1], [1, 2])],
      build: (b, x) => b.broadcast(x, [2, 2]),
      shape: [2, 2],
      expected: [1, 1, 2, 2]
    },
    {
      name: 'gather',
      operands: [floats([2, 2], [1, 2, 3, 4]), ints([1, 3], [1, 0, 1])],
      build: (b, x, y) => b.gather(x, y),
      shape: [1, 3, 2],
      expected: [3, 4, 1, 2, 3, 4]
    },
    {
      name: 'oneHot, one index outside',
      operands: [ints([3], [2, 0, 3])],
      build: (b, x) => b.oneHot(x, 3),
      shape: [3, 3],
      expected: [0, 0, 1, 1, 0, 0, 0, 0, 0]
    },
    {
      name: 'constant',
      operands: [],
      build: b => b.constant({ shape: [2], data: [1.5, 2] }),
      shape: [2],
      expected: [1.5, 2]
    }
  ]

it.each(cases)('$name', ({ shape, expected, ...test }) => {
  const y = compute(test)
  expect(y.shape).toEqual(shape)
  expect(y.data.length).toBe(expected.length)
  expected.forEach((v, i) => expect(y.data[i]).toBeCloseTo(v, 12))
})

describe('random operations', () => {
  const draw = (build: Case['build']): readonly number[] => Array.from(compute({ operands: [], build }).data)

  it('draw different numbers each time, whatever other blocks draw', () => {
    const [first, second] = [
      draw(b => b.uniform([4])),
      draw(b => [b.uniform([4]), b.uniform([4])][1] ?? b.constant(0))
    ]
    expect(first).not.toEqual(second)
    expect(
      draw(b => {
        b.scope('another block', () => b.normal([9]))
        return b.uniform([4])
      })
    ).toEqual(first)
  })

  it('bernoulli gives ones with its probability', () => {
    const ones = draw(b => b.bernoulli([10_000], 0.3))
    expect(new Set(ones)).toEqual(new Set([0, 1]))
    expect(ones.reduce((a, v) => a + v, 0) / ones.length).toBeCloseTo(0.3, 1)
  })
})

describe('scan', () => {
  const x = floats([2, 3, 1], [1, 2, 3, 10, 20, 30])
  /** Carries the sum, puts out sum · 100 + input. */
  const sums = (options: { readonly mask?: readonly number[]; readonly reverse?: boolean }) => {
    const run = (part: 'carries' | 'outputs') =>
      Array.from(
        compute({
          operands: [x, floats([2, 1], [0, 0])],
          build: (b, input, start) =>
            b.scan({
              carries: [start],
              inputs: [input],
              mask: options.mask && b.constant(ints([2, 3], options.mask)),
              reverse: options.reverse === true,
              body: (inner, [sum = start], [step = input]) => {
                const next = inner.add(sum, step)
                return { carries: [next], outputs: [inner.add(inner.mul(next, 100), step)] }
              }
            })[part]
        }).data
      )
    return { carries: run('carries'), outputs: run('outputs') }
  }

  it('runs along axis 1', () => {
    expect(sums({})).toEqual({ carries: [6, 60], outputs: [101, 302, 603, 1010, 3020, 6030] })
  })

  it('runs backwards, with outputs at the time of their step', () => {
    expect(sums({ reverse: true })).toEqual({ carries: [6, 60], outputs: [601, 502, 303, 6010, 5020, 3030] })
  })

  it('where masked, keeps the carries and repeats the output of the step before, zeros at first', () => {
    expect(sums({ mask: [1, 0, 1, 0, 1, 0] })).toEqual({
      carries: [4, 20],
      outputs: [101, 101, 403, 0, 2020, 2020]
    })
  })

  it('repeats in its own direction', () => {
    expect(sums({ mask: [1, 0, 1, 0, 1, 0], reverse: true })).toEqual({
      carries: [4, 20],
      outputs: [401, 303, 303, 2020, 2020, 0]
    })
  })

  it('draws other random numbers at each step', () => {
    const y = compute({
      operands: [x],
      build: (b, input) =>
        b.scan({
          carries: [],
          inputs: [input],
          body: inner => ({ carries: [], outputs: [inner.uniform([2, 1])] })
        }).outputs
    })
    expect(new Set(y.data).size).toBe(6)
  })
})
