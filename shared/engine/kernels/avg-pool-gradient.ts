import * as tf from '@tensorflow/tfjs-core'
import type { AvgPoolAttrs, GradConfig } from '@tensorflow/tfjs-core'

/**
 * The gradient of average pooling, right with 'same' padding too: the forward pass leaves the padding out of the
 * divisor, as Keras does, but the gradient of tfjs 4.22 divides by the whole window, on every backend.
 */
export const avgPoolGradient: GradConfig = {
  kernelName: 'AvgPool',
  inputsToSave: ['x'],
  gradFunc: (dy, saved, attrs) => {
    const x = saved[0] as tf.Tensor4D
    const { filterSize, strides, pad } = attrs as unknown as AvgPoolAttrs
    const pool = tf.backend_util.computePool2DInfo(x.shape, filterSize, strides, 1, pad)
    return {
      x: () => {
        const above = tf.mul(dy as tf.Tensor, wholeOverCovered(pool))
        return tf.engine().runKernel('AvgPoolGrad', { dy: above, input: x }, attrs)
      }
    }
  }
}

/** For every window, its size over how much of it lies on the image, `[1, outHeight, outWidth, 1]`. */
function wholeOverCovered(pool: tf.backend_util.Conv2DInfo): tf.Tensor {
  const { outHeight, outWidth, filterHeight, filterWidth, padInfo } = pool
  const rows = covered(pool.inHeight, outHeight, filterHeight, pool.strideHeight, padInfo.top)
  const columns = covered(pool.inWidth, outWidth, filterWidth, pool.strideWidth, padInfo.left)
  const factors = rows.flatMap(row => columns.map(column => (filterHeight * filterWidth) / (row * column)))
  return tf.tensor(factors, [1, outHeight, outWidth, 1])
}

function covered(size: number, windows: number, length: number, stride: number, before: number): number[] {
  return Array.from({ length: windows }, (_, i) => {
    const start = i * stride - before
    return Math.min(size, start + length) - Math.max(0, start)
  })
}
