import * as tf from '@tensorflow/tfjs-core'
import type { ConvAttributes } from '../../network/program'
import { one, operand } from './operation'
import { asImage, asSequence, padSpatial, spread } from './spatial'
import { unstack } from './unstack'

/** `[batch, ...spatial, in]` by `[...size, in / groups, out]`. */
export const conv = one<ConvAttributes>((inputs, { strides, padding, dilation, groups }) =>
  convolve(padSpatial(operand(inputs, 0), padding), operand(inputs, 1), strides, dilation, groups)
)

/** `[batch, ...places, in]` by `[...size, out / groups, in]`. */
export const convTranspose = one<ConvAttributes>((inputs, { strides, padding, dilation, groups }) => {
  const [x, kernel] = [operand(inputs, 0), operand(inputs, 1)]
  const isPlain = groups === 1 && dilation.every(d => d === 1) && x.rank <= 4
  const whole = isPlain ? transposed(x, kernel, strides) : bySpreading(x, kernel, strides, dilation, groups)
  return padSpatial(
    whole,
    padding.map(([before, after]) => [-before, -after])
  )
})

function convolve(
  x: tf.Tensor,
  kernel: tf.Tensor,
  strides: readonly number[],
  dilation: readonly number[],
  groups: number
): tf.Tensor {
  // tfjs has no gradient where both, or dilation alone, are above 1.
  if (dilation.some(d => d > 1)) {
    const canSplit = strides.every(s => s === 1) && strides.length <= 2
    return canSplit
      ? dilated(x, kernel, dilation, groups)
      : grouped(
          x,
          dilation.reduce((k, d, axis) => spread(k, axis, d - 1), kernel),
          strides,
          groups
        )
  }
  return grouped(x, kernel, strides, groups)
}

function grouped(x: tf.Tensor, kernel: tf.Tensor, strides: readonly number[], groups: number): tf.Tensor {
  if (groups === 1) return plain(x, kernel, strides)
  const isDepthwise = groups === x.shape.at(-1) && strides.length <= 2
  if (isDepthwise) return depthwise(x, kernel, strides)
  const kernels = tf.split(kernel, groups, kernel.rank - 1)
  return tf.concat(
    tf.split(x, groups, x.rank - 1).map((part, i) => plain(part, kernels[i] as tf.Tensor, strides)),
    x.rank - 1
  )
}

function plain(x: tf.Tensor, kernel: tf.Tensor, strides: readonly number[]): tf.Tensor {
  const [a = 1, b = 1] = strides
  switch (strides.length) {
    case 1:
      return asSequence(tf.conv2d(asImage(x), tf.expandDims<tf.Tensor4D>(kernel, 0), [1, a], 'valid'))
    case 2:
      return tf.conv2d(x as tf.Tensor4D, kernel as tf.Tensor4D, [a, b], 'valid')
    default:
      return bySlices(x, kernel, strides)
  }
}

/**
 * A volume as images behind each other: each slice of the kernel over all that it meets, added up. In tfjs 4.22 the
 * wasm backend computes the gradient of conv3d by its input wrongly.
 */
function bySlices(x: tf.Tensor, kernel: tf.Tensor, [stride = 1, ...strides]: readonly number[]): tf.Tensor {
  const [batch = 1, depth = 1, ...image] = x.shape
  const slices = unstack(kernel, 0)
  const places = Math.floor((depth - slices.length) / stride) + 1
  const wide = tf.pad(x, [[0, 0], [0, stride], ...image.map((): [number, number] => [0, 0])])
  const met = (from: number): tf.Tensor => {
    const run = tf.slice(
      wide,
      [0, from, ...image.map(() => 0)],
      [-1, places * stride, ...image.map(() => -1)]
    )
    if (stride === 1) return tf.reshape(run, [batch * places, ...image])
    const each = tf.reshape(run, [batch * places, stride, tf.util.sizeFromShape(image)])
    return tf.reshape(tf.slice(each, [0, 0, 0], [-1, 1, -1]), [batch * places, ...image])
  }
  const sum = slices.map((slice, k) => plain(met(k), slice, strides)).reduce((a, b) => tf.add(a, b))
  return tf.reshape(sum, [batch, places, ...sum.shape.slice(1)])
}

/** One group for each channel: `[...size, 1, channels · multiplier]` is tfjs's `[...size, channels, multiplier]`. */
function depthwise(x: tf.Tensor, kernel: tf.Tensor, strides: readonly number[]): tf.Tensor {
  const channels = x.shape.at(-1) ?? 1
  const filter = tf.reshape(kernel, [
    ...kernel.shape.slice(0, -2),
    channels,
    (kernel.shape.at(-1) ?? 1) / channels
  ])
  const [a = 1, b = 1] = strides
  if (strides.length === 2)
    return tf.depthwiseConv2d(x as tf.Tensor4D, filter as tf.Tensor4D, [a, b], 'valid')
  // tfjs wants one stride for both axes; over a height of 1 any does.
  return asSequence(tf.depthwiseConv2d(asImage(x), tf.expandDims<tf.Tensor4D>(filter, 0), [a, a], 'valid'))
}

/**
 * Every `dilation`-th entry becomes a sample of its own, over which the kernel slides without gaps: each place is
 * computed once, however wide the kernel reaches.
 */
function dilated(x: tf.Tensor, kernel: tf.Tensor, dilation: readonly number[], groups: number): tf.Tensor {
  const rank = dilation.length
  const [batch = 1] = x.shape
  const spatial = x.shape.slice(1, -1)
  const channels = x.shape.at(-1) ?? 1
  const rows = spatial.map((n, axis) => Math.ceil(n / (dilation[axis] ?? 1)))
  const wide = padSpatial(
    x,
    spatial.map((n, axis) => [0, (rows[axis] ?? 0) * (dilation[axis] ?? 1) - n])
  )
  const axes = dilation.map((_, axis) => axis)
  const apart = tf.reshape(wide, [batch, ...axes.flatMap(a => [rows[a] ?? 1, dilation[a] ?? 1]), channels])
  const phasesFirst = [...axes.map(a => 2 * a + 2), 0, ...axes.map(a => 2 * a + 1), 2 * rank + 1]
  const samples = batch * dilation.reduce((n, d) => n * d, 1)
  const phases = tf.reshape(tf.transpose(apart, phasesFirst), [samples, ...rows, channels])
  const made = grouped(
    phases,
    kernel,
    dilation.map(() => 1),
    groups
  )
  const places = made.shape.slice(1, -1)
  const filters = made.shape.at(-1) ?? 1
  const back = tf.transpose(tf.reshape(made, [...dilation, batch, ...places, filters]), [
    rank,
    ...axes.flatMap(a => [rank + 1 + a, a]),
    2 * rank + 1
  ])
  const joined = tf.reshape(back, [batch, ...places.map((n, a) => n * (dilation[a] ?? 1)), filters])
  const size = spatial.map((n, a) => n - (dilation[a] ?? 1) * ((kernel.shape[a] ?? 1) - 1))
  return tf.slice(joined, [0, ...axes.map(() => 0), 0], [-1, ...size, -1])
}

function transposed(x: tf.Tensor, kernel: tf.Tensor, strides: readonly number[]): tf.Tensor {
  if (strides.length === 1)
    return asSequence(transposed(asImage(x), tf.expandDims(kernel, 0), [1, strides[0] ?? 1]))
  const [a = 1, b = 1] = strides
  const [batch = 1, height = 1, width = 1] = x.shape
  const [rows = 1, columns = 1, filters = 1] = kernel.shape
  return tf.conv2dTranspose(
    x as tf.Tensor4D,
    kernel as tf.Tensor4D,
    [batch, (height - 1) * a + rows, (width - 1) * b + columns, filters],
    [a, b],
    'valid'
  )
}

/** As a convolution of the places, set apart by their strides, with the kernel turned round. */
function bySpreading(
  x: tf.Tensor,
  kernel: tf.Tensor,
  strides: readonly number[],
  dilation: readonly number[],
  groups: number
): tf.Tensor {
  const rank = strides.length
  const axes = strides.map((_, axis) => axis)
  const apart = strides.reduce((y, stride, axis) => spread(y, axis + 1, stride - 1), x)
  const around = padSpatial(
    apart,
    axes.map(a => {
      const reach = (dilation[a] ?? 1) * ((kernel.shape[a] ?? 1) - 1)
      return [reach, reach]
    })
  )
  const turned = tf.transpose(tf.reverse(kernel, axes), [...axes, rank + 1, rank])
  // [...size, in, out / groups] → [...size, in / groups, out]
  const byGroup = groups === 1 ? turned : tf.concat(tf.split(turned, groups, rank), rank + 1)
  return convolve(
    around,
    byGroup,
    axes.map(() => 1),
    dilation,
    groups
  )
}
