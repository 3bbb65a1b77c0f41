// Long because it is one table: a row for each operation and each of its attributes.
import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-core'
import * as layers from '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { NdArray } from '../network/nd-array'
import { binaryInTfjs, unaryInTfjs } from './operations/elementwise'
import { drawn, ints, outputsOf, prepare, type Case } from '../network/operations/testing'
import type { BinaryName, UnaryName } from '../network/program'

type Theirs = (x: tf.Tensor, y: tf.Tensor, z: tf.Tensor) => tf.Tensor
interface Comparison extends Case {
  readonly theirs: Theirs
}

const as = <R extends tf.Rank>(x: tf.Tensor): tf.Tensor<R> => x as tf.Tensor<R>

const aboveZero: readonly string[] = ['log', 'sqrt', 'rsqrt', 'pow']

const elementwise: readonly Comparison[] = [
  ...Object.entries(unaryInTfjs).map(([op, theirs]): Comparison => ({
    name: op,
    operands: [[4, 25]],
    range: aboveZero.includes(op) ? [0.1, 5] : [-5, 5],
    build: (b, x) => b[op as UnaryName](x),
    theirs
  })),
  ...Object.entries(binaryInTfjs).map(([op, theirs]): Comparison => ({
    name: op,
    operands: [
      [2, 1, 5],
      [3, 1]
    ],
    range: aboveZero.includes(op) ? [0.1, 3] : [-3, 3],
    build: (b, x, y) => b[op as BinaryName](x, y),
    theirs
  })),
  {
    name: 'select',
    operands: [
      [2, 3],
      [2, 3],
      [2, 3]
    ],
    build: (b, x, y, z) => b.select(b.less(x, y), y, z),
    theirs: (x, y, z) => tf.where(tf.less(x, y), y, z)
  }
]

const products: readonly Comparison[] = [
  {
    name: 'matmul',
    operands: [
      [2, 4, 3],
      [2, 4, 5]
    ],
    build: (b, x, y) => b.matmul(x, y, { transposeA: true }),
    theirs: (x, y) => tf.matMul(x, y, true)
  },
  {
    name: 'matmul, broadcast',
    operands: [
      [3, 2, 4],
      [1, 5, 4]
    ],
    build: (b, x, y) => b.matmul(x, y, { transposeB: true }),
    theirs: (x, y) => tf.matMul(x, y, false, true)
  },
  {
    name: 'conv 1d',
    operands: [
      [2, 9, 3],
      [3, 3, 4]
    ],
    build: (b, x, k) => b.conv(x, k, { dilation: [2] }),
    theirs: (x, k) => tf.conv1d(as<tf.Rank.R3>(x), as<tf.Rank.R3>(k), 1, 'valid', 'NWC', 2)
  },
  {
    name: 'conv 2d',
    operands: [
      [2, 7, 6, 3],
      [3, 2, 3, 4]
    ],
    build: (b, x, k) =>
      b.conv(x, k, {
        strides: [2, 1],
        padding: [
          [1, 0],
          [0, 2]
        ]
      }),
    theirs: (x, k) =>
      tf.conv2d(
        as<tf.Rank.R4>(x),
        as<tf.Rank.R4>(k),
        [2, 1],
        [
          [0, 0],
          [1, 0],
          [0, 2],
          [0, 0]
        ]
      )
  },
  {
    name: 'conv 2d, depthwise',
    operands: [
      [2, 6, 6, 3],
      [3, 3, 1, 6]
    ],
    build: (b, x, k) => b.conv(x, k, { groups: 3 }),
    theirs: (x, k) => tf.depthwiseConv2d(as<tf.Rank.R4>(x), tf.reshape(k, [3, 3, 3, 2]), 1, 'valid')
  },
  {
    name: 'conv 3d',
    operands: [
      [1, 5, 4, 6, 2],
      [2, 2, 3, 2, 3]
    ],
    build: (b, x, k) => b.conv(x, k, { strides: [2, 1, 1] }),
    theirs: (x, k) => tf.conv3d(as<tf.Rank.R5>(x), as<tf.Rank.R5>(k), [2, 1, 1], 'valid')
  },
  {
    name: 'convTranspose 2d',
    operands: [
      [2, 3, 4, 5],
      [3, 3, 2, 5]
    ],
    build: (b, x, k) => b.convTranspose(x, k, { strides: [2, 2] }),
    theirs: (x, k) => tf.conv2dTranspose(as<tf.Rank.R4>(x), as<tf.Rank.R4>(k), [2, 7, 9, 2], [2, 2], 'valid')
  },
  {
    name: "convTranspose 2d, 'same'",
    operands: [
      [1, 3, 3, 2],
      [3, 3, 4, 2]
    ],
    build: (b, x, k) =>
      b.convTranspose(x, k, {
        strides: [2, 2],
        padding: [
          [0, 1],
          [0, 1]
        ]
      }),
    theirs: (x, k) => tf.conv2dTranspose(as<tf.Rank.R4>(x), as<tf.Rank.R4>(k), [1, 6, 6, 4], [2, 2], 'same')
  }
]

const windows: readonly Comparison[] = [
  {
    name: 'maxPool 2d',
    operands: [[2, 5, 6, 3]],
    build: (b, x) =>
      b.maxPool(x, {
        size: [3, 2],
        strides: [2, 1],
        padding: [
          [1, 1],
          [0, 1]
        ]
      }),
    theirs: x =>
      tf.maxPool(
        as<tf.Rank.R4>(x),
        [3, 2],
        [2, 1],
        [
          [0, 0],
          [1, 1],
          [0, 1],
          [0, 0]
        ]
      )
  },
  {
    name: 'avgPool 2d',
    operands: [[2, 5, 6, 3]],
    build: (b, x) =>
      b.avgPool(x, {
        size: [3, 2],
        strides: [2, 1],
        padding: [
          [1, 1],
          [0, 1]
        ]
      }),
    theirs: x =>
      tf.avgPool(
        as<tf.Rank.R4>(x),
        [3, 2],
        [2, 1],
        [
          [0, 0],
          [1, 1],
          [0, 1],
          [0, 0]
        ]
      )
  },
  {
    name: 'maxPool 3d',
    operands: [[1, 4, 4, 4, 2]],
    build: (b, x) => b.maxPool(x, { size: [2, 2, 2] }),
    theirs: x => tf.maxPool3d(as<tf.Rank.R5>(x), 2, 2, 'valid')
  },
  {
    name: 'resize nearest',
    operands: [[2, 4, 5, 2]],
    build: (b, x) => b.resize(x, { size: [7, 3], method: 'nearest' }),
    theirs: x => tf.image.resizeNearestNeighbor(as<tf.Rank.R4>(x), [7, 3], false, true)
  },
  {
    name: 'resize bilinear',
    operands: [[2, 4, 5, 2]],
    build: (b, x) => b.resize(x, { size: [7, 3], method: 'bilinear' }),
    theirs: x => tf.image.resizeBilinear(as<tf.Rank.R4>(x), [7, 3], false, true)
  }
]

const reductions: readonly Comparison[] = [
  { name: 'sum', operands: [[2, 3, 4]], build: (b, x) => b.sum(x, [0, 2]), theirs: x => tf.sum(x, [0, 2]) },
  {
    name: 'mean',
    operands: [[2, 3, 4]],
    build: (b, x) => b.mean(x, [1], true),
    theirs: x => tf.mean(x, 1, true)
  },
  { name: 'maxOf', operands: [[2, 3, 4]], build: (b, x) => b.maxOf(x, [-1]), theirs: x => tf.max(x, -1) },
  {
    name: 'softmax',
    operands: [[2, 3, 4]],
    range: [-20, 20],
    build: (b, x) => b.softmax(x, -1),
    theirs: x => tf.softmax(x)
  },
  {
    name: 'logSoftmax',
    operands: [[2, 3, 4]],
    range: [-20, 20],
    build: (b, x) => b.logSoftmax(x, -1),
    theirs: x => tf.logSoftmax(x)
  },
  {
    name: 'softmaxCrossEntropy',
    operands: [[3, 4], ints([3], [3, 0, 1])],
    build: (b, x, y) => b.softmaxCrossEntropy(x, y),
    theirs: (x, y) =>
      tf.losses.softmaxCrossEntropy(tf.oneHot(tf.cast(y, 'int32'), 4), x, undefined, 0, tf.Reduction.NONE)
  },
  {
    name: 'sigmoidCrossEntropy',
    operands: [
      [3, 4],
      [3, 4]
    ],
    range: [0, 1],
    build: (b, x, y) => b.sigmoidCrossEntropy(x, y),
    theirs: (x, y) => tf.losses.sigmoidCrossEntropy(y, x, undefined, 0, tf.Reduction.NONE)
  }
]

const shapes: readonly Comparison[] = [
  {
    name: 'reshape',
    operands: [[2, 3, 4]],
    build: (b, x) => b.reshape(x, [-1, 6]),
    theirs: x => tf.reshape(x, [-1, 6])
  },
  {
    name: 'transpose',
    operands: [[2, 3, 4]],
    build: (b, x) => b.transpose(x, [1, 2, 0]),
    theirs: x => tf.transpose(x, [1, 2, 0])
  },
  {
    name: 'concat',
    operands: [
      [2, 3, 4],
      [2, 1, 4]
    ],
    build: (b, x, y) => b.concat([x, y], 1),
    theirs: (x, y) => tf.concat([x, y], 1)
  },
  {
    name: 'slice',
    operands: [[3, 4, 5]],
    build: (b, x) => b.slice(x, [1, 0, 2], [-1, 3, 2]),
    theirs: x => tf.slice(x, [1, 0, 2], [-1, 3, 2])
  },
  {
    name: 'pad',
    operands: [[2, 3]],
    build: (b, x) =>
      b.pad(
        x,
        [
          [1, 2],
          [0, 1]
        ],
        3
      ),
    theirs: x =>
      tf.pad(
        x,
        [
          [1, 2],
          [0, 1]
        ],
        3
      )
  },
  { name: 'reverse', operands: [[2, 3, 4]], build: (b, x) => b.reverse(x, 1), theirs: x => tf.reverse(x, 1) },
  {
    name: 'broadcast',
    operands: [[3, 1]],
    build: (b, x) => b.broadcast(x, [2, 3, 4]),
    theirs: x => tf.broadcastTo(x, [2, 3, 4])
  },
  { name: 'cast', operands: [[3, 4]], build: (b, x) => b.cast(x, 'int32'), theirs: x => tf.cast(x, 'int32') },
  {
    name: 'gather',
    operands: [[5, 3], ints([2, 2], [4, 0, 1, 4])],
    build: (b, x, y) => b.gather(x, y),
    theirs: (x, y) => tf.gather(x, y)
  },
  {
    name: 'oneHot',
    operands: [ints([2, 2], [2, 0, 1, 2])],
    build: (b, x) => b.oneHot(x, 3),
    theirs: x => tf.oneHot(x, 3)
  }
]

const time = [true, false].map((backwards): Comparison => {
  const steps = drawn([2, 4, 3], 'steps', [-1, 1])
  const valid = [1, 1, 0, 1, 0, 1, 1, 0]
  const masked: NdArray = {
    ...steps,
    data: steps.data.map((v, i) => (valid[Math.floor(i / 3)] === 1 ? v : 0))
  }
  return {
    name: `scan, as a recurrent layer${backwards ? ' backwards' : ''} with a mask`,
    operands: [masked, [3, 2], [2, 2]],
    build: (b, x, w, u) =>
      b.scan({
        carries: [b.broadcast(b.constant(0), [2, 2])],
        inputs: [x],
        mask: b.constant(ints([2, 4], valid)),
        reverse: backwards,
        body: (inner, [h = x], [step = x]) => {
          const next = inner.tanh(inner.add(inner.matmul(step, w), inner.matmul(h, u)))
          return { carries: [next], outputs: [next] }
        }
      }).outputs,
    theirs: (x, w, u) => {
      const recurrent = layers.layers.simpleRNN({
        units: 2,
        returnSequences: true,
        useBias: false,
        recurrentInitializer: 'zeros',
        goBackwards: backwards
      })
      const model = layers.sequential({ layers: [layers.layers.masking({ inputShape: [4, 3] }), recurrent] })
      recurrent.setWeights([w, u])
      const y = model.predict(x) as tf.Tensor
      return backwards ? tf.reverse(y, 1) : y
    }
  }
})

beforeAll(async () => {
  await tf.setBackend('cpu')
})

describe.each(Object.entries({ elementwise, products, windows, reductions, shapes, time }))(
  '%s',
  (_, cases) => {
    it.each(cases.map(test => [test.name, test] as const))(
      '%s is as in tfjs',
      (_name, { theirs, ...test }) => {
        const { program, feed } = prepare(test)
        const ours = outputsOf(program, feed)['y0']
        const operands = Object.values(feed.inputs).map(x =>
          tf.tensor(Array.from(x.data), [...x.shape], x.dtype)
        )
        const expected = theirs(...(operands as [tf.Tensor, tf.Tensor, tf.Tensor]))
        expect(ours?.shape).toEqual(expected.shape)
        const numbers = expected.dataSync()
        expect(ours?.data.length).toBe(numbers.length)
        ours?.data.forEach((v, i) =>
          expect(Math.abs(v - (numbers[i] ?? NaN))).toBeLessThan(2e-5 * Math.max(1, Math.abs(v)))
        )
      }
    )
  }
)
