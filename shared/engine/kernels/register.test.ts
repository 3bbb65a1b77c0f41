import * as tf from '@tensorflow/tfjs-core'
import { describe, expect, it } from 'vitest'
import { difference, outputAndGradients, tensorOf, values, type Op } from '../testing/node-backends'
import { registerTrainingKernels } from './register'

type Pad = 'same' | 'valid' | number
const shapes =
  (...list: number[][]) =>
  (): tf.Tensor[] =>
    list.map((s, i) => tensorOf(s, i + 1))
const as3 = (x: tf.Tensor | undefined): tf.Tensor3D => x as tf.Tensor3D
const as4 = (x: tf.Tensor | undefined): tf.Tensor4D => x as tf.Tensor4D
const conv =
  (stride: number | [number, number], pad: Pad): Op =>
  (x, w) =>
    tf.conv2d(as4(x), as4(w), stride, pad)
const depthwise =
  (stride: number, pad: Pad): Op =>
  (x, w) =>
    tf.depthwiseConv2d(as4(x), as4(w), stride, pad)
const up =
  (shape: [number, number, number, number], stride: number, pad: Pad): Op =>
  (x, w) =>
    tf.conv2dTranspose(as4(x), as4(w), shape, stride, pad)
const product =
  (a: boolean, b: boolean): Op =>
  (x, y) =>
    tf.matMul(as3(x), as3(y), a, b)
const ids = (list: number[], shape: number[]): tf.Tensor => tf.tensor(list, shape, 'int32')

const cases: [string, Op, () => tf.Tensor[]][] = [
  ['matMul', product(false, false), shapes([33, 17], [17, 20])],
  ['matMul aᵀ', product(true, false), shapes([17, 33], [17, 20])],
  ['matMul bᵀ', product(false, true), shapes([33, 17], [20, 17])],
  ['matMul aᵀbᵀ', product(true, true), shapes([17, 33], [20, 17])],
  ['matMul tiny', product(false, true), shapes([2, 3], [4, 3])],
  ['matMul batched', product(false, true), shapes([3, 40, 8], [3, 41, 8])],
  ['matMul batched, rank 4', product(false, true), shapes([2, 3, 30, 8], [2, 3, 31, 8])],
  ['conv 3×3 valid', conv(1, 'valid'), shapes([2, 8, 7, 3], [3, 3, 3, 5])],
  ['conv 3×3 same', conv(1, 'same'), shapes([3, 8, 7, 4], [3, 3, 4, 8])],
  ['conv 5×3 same', conv(1, 'same'), shapes([1, 9, 6, 2], [5, 3, 2, 3])],
  ['conv 2×2 same', conv(1, 'same'), shapes([2, 5, 5, 1], [2, 2, 1, 3])],
  ['conv 1×1', conv(1, 'valid'), shapes([4, 6, 6, 8], [1, 1, 8, 4])],
  ['conv stride 2 valid, rows left over', conv(2, 'valid'), shapes([2, 8, 8, 3], [3, 3, 3, 4])],
  ['conv stride 2 same', conv(2, 'same'), shapes([2, 8, 7, 3], [3, 3, 3, 4])],
  ['conv stride 1×2', conv([1, 2], 'same'), shapes([2, 7, 8, 2], [3, 3, 2, 4])],
  ['conv 4×4 stride 4', conv(4, 'valid'), shapes([2, 8, 8, 3], [4, 4, 3, 6])],
  ['conv stride 3, filter smaller', conv(3, 'same'), shapes([1, 10, 10, 2], [2, 2, 2, 3])],
  ['conv 1×2 stride 1×3, nothing to pad', conv([1, 3], 'same'), shapes([2, 7, 6, 2], [1, 2, 2, 3])],
  ['conv padded by 2', conv(1, 2), shapes([2, 5, 5, 2], [3, 3, 2, 2])],
  ['conv1d', (x, w) => tf.conv1d(as3(x), as3(w), 2, 'same'), shapes([2, 9, 3], [4, 3, 5])],
  ['conv transposed stride 1', up([2, 8, 8, 3], 1, 'valid'), shapes([2, 6, 6, 4], [3, 3, 3, 4])],
  ['conv transposed stride 2', up([2, 8, 8, 3], 2, 'same'), shapes([2, 4, 4, 4], [3, 3, 3, 4])],
  ['depthwise same', depthwise(1, 'same'), shapes([2, 7, 6, 3], [3, 3, 3, 1])],
  ['depthwise multiplier 2', depthwise(1, 'valid'), shapes([2, 7, 6, 3], [3, 3, 3, 2])],
  ['depthwise stride 2', depthwise(2, 'same'), shapes([1, 8, 7, 4], [3, 3, 4, 2])],
  ['depthwise 1×2 stride 2, nothing to pad', depthwise(2, 'same'), shapes([1, 8, 8, 2], [1, 2, 2, 1])],
  ['embedding', x => tf.gather(x, ids([0, 3, 3, 1, 0, 4], [2, 3])), shapes([5, 4])],
  ['gather by axis 1', x => tf.gather(x, ids([2, 2, 0], [3]), 1), shapes([3, 4, 2])],
  ['maxPool valid', x => tf.maxPool(as4(x), 2, 2, 'valid'), shapes([2, 6, 7, 3])],
  ['maxPool same, overlapping', x => tf.maxPool(as4(x), 3, 2, 'same'), shapes([2, 6, 7, 3])],
  ['avgPool valid', x => tf.avgPool(as4(x), 2, 2, 'valid'), shapes([2, 6, 7, 3])],
  ['softmax', x => tf.softmax(x), shapes([4, 3, 5])],
  ['logSoftmax', x => tf.logSoftmax(x), shapes([4, 5])],
  ['erf', x => tf.erf(x), shapes([4, 5])],
  ['sigmoid', x => tf.sigmoid(x), shapes([4, 5])],
  ['tanh', x => tf.tanh(x), shapes([4, 5])],
  ['elu', x => tf.elu(x), shapes([4, 5])],
  ['selu', x => tf.selu(x), shapes([4, 5])],
  ['softplus', x => tf.softplus(x), shapes([4, 5])],
  ['relu6', x => tf.relu6(tf.mul(x, 9)), shapes([4, 5])],
  ['leakyRelu', x => tf.leakyRelu(x, 0.1), shapes([4, 5])],
  ['prelu', (x, a) => tf.prelu(x, a), shapes([4, 5], [5])],
  ['concat', (a, b) => tf.concat([a, b], 1), shapes([2, 3, 2], [2, 4, 2])],
  ['stack', (a, b) => tf.stack([a, b], 1), shapes([2, 3], [2, 3])],
  ['unstack', x => tf.unstack(x, 1)[1] as tf.Tensor, shapes([2, 3, 4])],
  ['split', x => tf.split(x, 4, -1)[2] as tf.Tensor, shapes([3, 8])],
  ['slice', x => tf.slice(x, [0, 1], [2, 2]), shapes([3, 4])],
  ['slice of rank 1', x => tf.slice(x, 2, 3), shapes([6])],
  ['slice of rank 4', x => tf.slice(x, [0, 1, 2, 0], [2, 2, 1, 3]), shapes([2, 3, 4, 3])],
  ['slice of a run', x => tf.slice(x, [1, 0, 0], [2, -1, -1]), shapes([4, 3, 2])],
  ['split unevenly', x => tf.split(x, [1, 3, 2], 1)[1] as tf.Tensor, shapes([2, 6, 3])],
  ['unstack the last axis', x => tf.unstack(x, -1)[2] as tf.Tensor, shapes([2, 3, 4])],
  ['tile', x => tf.tile(x, [2, 3]), shapes([3, 4])],
  ['transpose', x => tf.transpose(x, [0, 2, 1, 3]), shapes([2, 3, 4, 5])],
  [
    'pad',
    x =>
      tf.pad(x, [
        [0, 0],
        [1, 2]
      ]),
    shapes([3, 4])
  ],
  ['mean', x => tf.mean(x, [0, 1]), shapes([3, 4, 2])],
  ['sum', x => tf.sum(x, -1, true), shapes([3, 4])],
  ['max', x => tf.max(x, 1), shapes([3, 4, 2])],
  [
    'where',
    (a, b) => tf.where(tf.tensor2d([1, 0, 0, 1, 1, 0], [2, 3], 'bool'), a, b),
    shapes([2, 3], [2, 3])
  ],
  ['broadcast', (a, b) => tf.div(tf.sub(a, b), 2), shapes([3, 4, 5], [5])],
  ['rsqrt', x => tf.rsqrt(tf.add(tf.square(x), 1)), shapes([3, 4])],
  ['cumsum', x => tf.cumsum(x, 1), shapes([3, 4])],
  ['reverse', x => tf.reverse(x, 1), shapes([3, 4])],
  ['maximum', (a, b) => tf.maximum(a, b), shapes([3, 4], [3, 4])],
  ['clip', x => tf.clipByValue(x, -0.5, 0.5), shapes([3, 4])],
  ['resize nearest', x => tf.image.resizeNearestNeighbor(as4(x), [6, 8]), shapes([2, 3, 4, 2])],
  ['resize bilinear', x => tf.image.resizeBilinear(as4(x), [6, 8], false, true), shapes([2, 3, 4, 2])],
  [
    'space to batch',
    x =>
      tf.spaceToBatchND(
        x,
        [2, 2],
        [
          [0, 0],
          [0, 0]
        ]
      ),
    shapes([1, 4, 4, 2])
  ]
]

// Linear in x, so that Σ f(x)·dy = Σ x·∂x holds exactly where ∂x is right.
const resizes: [string, (x: tf.Tensor4D) => tf.Tensor4D][] = [
  ['nearest', x => tf.image.resizeNearestNeighbor(x, [6, 8])],
  ['nearest, smaller', x => tf.image.resizeNearestNeighbor(x, [2, 3])],
  ['nearest, half-pixel', x => tf.image.resizeNearestNeighbor(x, [5, 7], false, true)],
  ['bilinear', x => tf.image.resizeBilinear(x, [6, 8])],
  ['bilinear, corners', x => tf.image.resizeBilinear(x, [6, 9], true)],
  ['bilinear, half-pixel', x => tf.image.resizeBilinear(x, [6, 8], false, true)]
]

describe('gradients of resizing', () => {
  it.each(resizes.flatMap(r => (['cpu', 'wasm'] as const).map(b => [...r, b] as const)))(
    '%s',
    async (_, op, on) => {
      const [y = [], dx = []] = await outputAndGradients(on, x => op(as4(x)), shapes([2, 3, 4, 2]))
      const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
        Array.from(a).reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
      expect(dot(y, values(y.length, 3))).toBeCloseTo(dot(values(48), dx), 4)
    }
  )
})

describe('training kernels', () => {
  it('may be registered twice', () => {
    registerTrainingKernels()
    const first = tf.getKernel('Conv2DBackpropFilter', 'wasm')
    registerTrainingKernels()
    expect(tf.getKernel('Conv2DBackpropFilter', 'wasm')).toBe(first)
  })

  it.each(cases)('%s: output and gradients on wasm are those of the cpu', async (_, op, inputs) => {
    const cpu = await outputAndGradients('cpu', op, inputs)
    const wasm = await outputAndGradients('wasm', op, inputs)
    expect(wasm.map((w, i) => difference(w, cpu[i] ?? []))).toSatisfy((d: number[]) => d.every(x => x < 1e-5))
  })

  it('leaves no tensor behind', async () => {
    const inputs = shapes([2, 8, 8, 3], [3, 3, 3, 4])
    await outputAndGradients('wasm', conv(2, 'valid'), inputs)
    const backend = tf.backend()
    const before = [tf.memory().numTensors, backend.numDataIds()]
    await outputAndGradients('wasm', conv(2, 'valid'), inputs)
    await outputAndGradients('wasm', conv(1, 'same'), inputs)
    await outputAndGradients('wasm', product(true, true), shapes([17, 33], [20, 17]))
    await outputAndGradients('wasm', depthwise(1, 'same'), shapes([2, 7, 6, 3], [3, 3, 3, 1]))
    expect([tf.memory().numTensors, backend.numDataIds()]).toEqual(before)
  })
})
