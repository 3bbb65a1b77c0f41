// Long because it is one table: a row for each operation and each of its attributes.
import type { BinaryName, UnaryName } from '../program'
import { ints, type Case } from './testing'

const anywhere: readonly UnaryName[] = [
  'neg',
  'abs',
  'sign',
  'exp',
  'tanh',
  'sigmoid',
  'erf',
  'softplus',
  'relu',
  'sin',
  'cos'
]
const aboveZero: readonly UnaryName[] = ['log', 'sqrt', 'rsqrt', 'reciprocal']
const binary: readonly BinaryName[] = ['add', 'sub', 'mul', 'max', 'min', 'div', 'pow']

const elementwise: readonly Case[] = [
  ...anywhere.map((op): Case => ({ name: op, operands: [[2, 5]], build: (b, x) => b[op](x) })),
  ...aboveZero.map((op): Case => ({
    name: op,
    operands: [[2, 5]],
    range: [0.3, 3],
    build: (b, x) => b[op](x)
  })),
  ...binary.flatMap((op): readonly Case[] => [
    {
      name: op,
      operands: [
        [2, 3],
        [2, 3]
      ],
      range: [0.3, 3],
      build: (b, x, y) => b[op](x, y)
    },
    {
      name: `${op}, broadcast`,
      operands: [
        [2, 1, 3],
        [4, 1]
      ],
      range: [0.3, 3],
      build: (b, x, y) => b[op](x, y)
    },
    {
      name: `${op} with itself`,
      operands: [[2, 3]],
      range: [0.3, 3],
      build: (b, x) => b[op](b.exp(x), x)
    },
    { name: `${op} with a number`, operands: [[2, 3]], range: [0.3, 3], build: (b, x) => b[op](x, 1.5) }
  ]),
  { name: 'pow of negatives', operands: [[2, 3]], range: [-3, -1], build: (b, x) => b.pow(x, 3) },
  { name: 'select', operands: [[2, 3], [2, 1], [3]], build: (b, x, y, z) => b.select(b.less(x, 0), y, z) }
]

const products: readonly Case[] = [
  ...[false, true].flatMap(transposeA =>
    [false, true].map((transposeB): Case => ({
      name: `matmul ${transposeA} ${transposeB}`,
      operands: [transposeA ? [4, 3] : [3, 4], transposeB ? [2, 4] : [4, 2]],
      build: (b, x, y) => b.matmul(x, y, { transposeA, transposeB })
    }))
  ),
  {
    name: 'matmul, batched',
    operands: [
      [2, 3, 2, 4],
      [2, 3, 4, 2]
    ],
    build: (b, x, y) => b.matmul(x, y)
  },
  {
    name: 'matmul, broadcast and transposed',
    operands: [
      [2, 1, 2, 3],
      [4, 2, 3]
    ],
    build: (b, x, y) => b.matmul(x, y, { transposeB: true })
  },
  {
    name: 'conv 1d, causal',
    operands: [
      [2, 6, 2],
      [3, 2, 3]
    ],
    build: (b, x, k) => b.conv(x, k, { padding: [[2, 0]] })
  },
  {
    name: 'conv 1d, dilated',
    operands: [
      [2, 9, 2],
      [3, 2, 3]
    ],
    build: (b, x, k) => b.conv(x, k, { dilation: [2], padding: [[4, 0]] })
  },
  {
    name: 'conv 2d, strides and uneven padding',
    operands: [
      [2, 5, 6, 2],
      [3, 2, 2, 3]
    ],
    build: (b, x, k) =>
      b.conv(x, k, {
        strides: [2, 1],
        padding: [
          [0, 1],
          [1, 0]
        ]
      })
  },
  {
    name: 'conv 2d, groups',
    operands: [
      [1, 4, 4, 4],
      [2, 2, 2, 6]
    ],
    build: (b, x, k) => b.conv(x, k, { groups: 2, strides: [2, 2] })
  },
  {
    name: 'conv 2d, depthwise',
    operands: [
      [1, 4, 4, 3],
      [3, 3, 1, 6]
    ],
    build: (b, x, k) => b.conv(x, k, { groups: 3 })
  },
  {
    name: 'conv 3d, one pixel deep and high',
    operands: [
      [1, 2, 3, 3, 2],
      [1, 1, 2, 2, 2]
    ],
    build: (b, x, k) => b.conv(x, k, { strides: [1, 2, 1] })
  },
  {
    name: 'conv 3d',
    operands: [
      [1, 3, 4, 3, 2],
      [2, 2, 2, 2, 2]
    ],
    build: (b, x, k) =>
      b.conv(x, k, {
        strides: [1, 2, 1],
        padding: [
          [1, 0],
          [0, 0],
          [0, 1]
        ]
      })
  },
  {
    name: 'convTranspose 1d',
    operands: [
      [2, 3, 2],
      [3, 4, 2]
    ],
    build: (b, x, k) => b.convTranspose(x, k, { strides: [2] })
  },
  {
    name: 'convTranspose 2d, cut, added, dilated, grouped',
    operands: [
      [1, 3, 3, 4],
      [2, 3, 3, 4]
    ],
    build: (b, x, k) =>
      b.convTranspose(x, k, {
        strides: [3, 2],
        padding: [
          [0, -1],
          [1, 1]
        ],
        dilation: [1, 2],
        groups: 2
      })
  },
  {
    name: 'convTranspose 3d',
    operands: [
      [1, 2, 2, 2, 2],
      [2, 1, 2, 3, 2]
    ],
    build: (b, x, k) => b.convTranspose(x, k)
  }
]

const windows: readonly Case[] = [
  { name: 'maxPool 2d', operands: [[2, 4, 4, 2]], build: (b, x) => b.maxPool(x, { size: [2, 2] }) },
  {
    name: 'maxPool 2d, overlapping, padded',
    operands: [[1, 5, 5, 2]],
    build: (b, x) =>
      b.maxPool(x, {
        size: [3, 3],
        strides: [2, 2],
        padding: [
          [1, 1],
          [0, 1]
        ]
      })
  },
  {
    name: 'avgPool 1d',
    operands: [[2, 7, 2]],
    build: (b, x) => b.avgPool(x, { size: [3], strides: [2], padding: [[1, 1]] })
  },
  {
    name: 'avgPool 3d, padded',
    operands: [[1, 3, 3, 3, 1]],
    build: (b, x) =>
      b.avgPool(x, {
        size: [2, 2, 2],
        strides: [2, 2, 2],
        padding: [
          [0, 1],
          [1, 0],
          [0, 1]
        ]
      })
  },
  {
    name: 'resize nearest up',
    operands: [[1, 2, 3, 2]],
    build: (b, x) => b.resize(x, { size: [5, 6], method: 'nearest' })
  },
  {
    name: 'resize bilinear up',
    operands: [[1, 2, 3, 2]],
    build: (b, x) => b.resize(x, { size: [5, 6], method: 'bilinear' })
  },
  {
    name: 'resize bilinear down',
    operands: [[1, 5, 4, 1]],
    build: (b, x) => b.resize(x, { size: [2, 3], method: 'bilinear' })
  },
  {
    name: 'resize linear 1d',
    operands: [[2, 3, 2]],
    build: (b, x) => b.resize(x, { size: [7], method: 'bilinear' })
  }
]

const reductions: readonly Case[] = [
  ...(['sum', 'mean', 'maxOf'] as const).flatMap((op): readonly Case[] => [
    { name: `${op} of all`, operands: [[2, 3, 2]], build: (b, x) => b[op](x, [0, 1, 2]) },
    { name: `${op} of the middle`, operands: [[2, 3, 2]], build: (b, x) => b[op](x, [1]) },
    { name: `${op}, kept`, operands: [[2, 3, 2]], build: (b, x) => b.mul(x, b[op](x, [0, -1], true)) }
  ]),
  ...(['softmax', 'logSoftmax'] as const).flatMap((op): readonly Case[] => [
    { name: `${op} of the last axis`, operands: [[2, 3, 4]], build: (b, x) => b[op](x, -1) },
    { name: `${op} of the middle axis`, operands: [[2, 3, 4]], build: (b, x) => b[op](x, 1) }
  ]),
  {
    name: 'softmaxCrossEntropy over time',
    operands: [[2, 3, 4], ints([2, 3], [0, 3, 1, 2, 2, 0])],
    build: (b, x, y) => b.softmaxCrossEntropy(x, y)
  },
  {
    name: 'sigmoidCrossEntropy',
    operands: [
      [2, 3],
      [2, 3]
    ],
    build: (b, x, y) => b.sigmoidCrossEntropy(x, y)
  }
]

const shapes: readonly Case[] = [
  { name: 'reshape', operands: [[2, 3, 4]], build: (b, x) => b.reshape(x, [2, -1, 2]) },
  { name: 'transpose', operands: [[2, 3, 4]], build: (b, x) => b.transpose(x, [2, 0, 1]) },
  {
    name: 'concat',
    operands: [
      [2, 1, 2],
      [2, 3, 2]
    ],
    build: (b, x, y) => b.concat([x, y, x], 1)
  },
  { name: 'slice', operands: [[3, 4]], build: (b, x) => b.slice(x, [1, 1], [-1, 2]) },
  {
    name: 'pad',
    operands: [[2, 3]],
    build: (b, x) =>
      b.pad(
        x,
        [
          [0, 1],
          [2, 0]
        ],
        5
      )
  },
  { name: 'reverse', operands: [[2, 3, 2]], build: (b, x) => b.reverse(x, 1) },
  { name: 'broadcast', operands: [[3, 1]], build: (b, x) => b.broadcast(x, [2, 3, 4]) },
  { name: 'gather', operands: [[5, 3], ints([2, 2], [4, 0, 4, 2])], build: (b, x, y) => b.gather(x, y) },
  { name: 'cast there and back', operands: [[2, 3]], build: (b, x) => b.cast(x, 'float32') },
  { name: 'dropout', operands: [[3, 4]], build: (b, x) => b.mul(b.div(b.bernoulli([3, 4], 0.5), 0.5), x) }
]

const mask = ints([2, 4], [1, 1, 0, 1, 0, 1, 1, 0])

/** A recurrent layer: h ← tanh(x w + h), output h · 2 and what went in. */
function recurrent(name: string, options: { readonly masked?: true; readonly reverse?: true }): Case {
  return {
    name,
    operands: [
      [2, 4, 3],
      [3, 2],
      [2, 2]
    ],
    build: (b, x, w, h0) => {
      const { carries, outputs } = b.scan({
        carries: [h0],
        inputs: [x],
        mask: options.masked === true ? b.constant(mask) : undefined,
        reverse: options.reverse === true,
        body: (inner, [h = h0], [step = x]) => {
          const next = inner.tanh(inner.add(inner.matmul(step, w), h))
          return { carries: [next], outputs: [inner.mul(next, 2), step] }
        }
      })
      return [...carries, ...outputs]
    }
  }
}

const scans: readonly Case[] = [
  recurrent('scan', {}),
  recurrent('scan, masked', { masked: true }),
  recurrent('scan, reverse', { reverse: true }),
  recurrent('scan, masked and reverse', { masked: true, reverse: true }),
  {
    name: 'scan within a scan',
    operands: [[2, 3, 2, 2], [2], [2, 2]],
    build: (b, x, w, start) => {
      const { carries, outputs } = b.scan({
        carries: [start],
        inputs: [x],
        body: (outer, [sum = start], [row = x]) => {
          const inside = outer.scan({
            carries: [sum],
            inputs: [row],
            body: (inner, [c = sum], [v = row]) => {
              const next = inner.sin(inner.add(inner.mul(c, w), v))
              return { carries: [next], outputs: [inner.mul(next, start)] }
            }
          })
          return { carries: inside.carries, outputs: inside.outputs }
        }
      })
      return [...carries, ...outputs]
    }
  },
  {
    name: 'scan that returns what it is given, twice',
    operands: [
      [2, 3, 2],
      [2, 2]
    ],
    build: (b, x, h0) => {
      const { carries, outputs } = b.scan({
        carries: [h0, h0],
        inputs: [x],
        body: (_, [p = h0], [step = x]) => ({ carries: [step, p], outputs: [p, p, h0] })
      })
      return [...carries, ...outputs]
    }
  },
  {
    name: 'scan with dropout at each step',
    operands: [
      [2, 3, 2],
      [2, 2]
    ],
    build: (b, x, h0) =>
      b.scan({
        carries: [h0],
        inputs: [x],
        body: (inner, [h = h0], [step = x]) => {
          const next = inner.add(
            inner.mul(h, inner.bernoulli([2, 2], 0.5)),
            inner.mul(step, inner.normal([2, 2]))
          )
          return { carries: [next], outputs: [next] }
        }
      }).outputs
  }
]

/** A row for each operation that has a gradient, and for each of its attributes. */
export const gradientCases = { elementwise, products, windows, reductions, shapes, scans }
