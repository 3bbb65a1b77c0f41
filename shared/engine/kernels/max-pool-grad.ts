import { backend_util, MaxPoolGrad } from '@tensorflow/tfjs-core'
import type { KernelConfig, MaxPoolGradAttrs } from '@tensorflow/tfjs-core'
import { floats, inputOf, wasmOf, zeros } from './wasm-kernel'

/**
 * The gradient of max pooling by its input, `[batch, height, width, channels]`: each window's goes to the first of
 * its largest values. The stock kernel of tfjs 4.22 loses gradients from the second sample of a batch on (seen on
 * `[2, 4, 4, 3]` with 2 × 2 windows: four windows of 24 got none).
 */
export const maxPoolGrad: KernelConfig = {
  kernelName: MaxPoolGrad,
  backendName: 'wasm',
  kernelFunc: args => {
    const backend = wasmOf(args)
    const input = inputOf(args, 'input')
    const { filterSize, strides, pad, dimRoundingMode } = args.attrs as unknown as MaxPoolGradAttrs
    const pool = backend_util.computePool2DInfo(
      input.shape as [number, number, number, number],
      filterSize,
      strides,
      1,
      pad,
      dimRoundingMode
    )
    const { info, values: dx } = zeros(backend, input.shape)
    const x = floats(backend, input)
    const dy = floats(backend, inputOf(args, 'dy'))
    const { inHeight, inWidth, inChannels, outHeight, outWidth } = pool
    let output = 0
    for (let b = 0; b < pool.batchSize; b++) {
      for (let oy = 0; oy < outHeight; oy++) {
        const firstY = oy * pool.strideHeight - pool.padInfo.top
        const fromY = Math.max(0, firstY)
        const toY = Math.min(inHeight, firstY + pool.filterHeight)
        for (let ox = 0; ox < outWidth; ox++) {
          const firstX = ox * pool.strideWidth - pool.padInfo.left
          const fromX = Math.max(0, firstX)
          const toX = Math.min(inWidth, firstX + pool.filterWidth)
          for (let c = 0; c < inChannels; c++) {
            let largest = -Infinity
            let at = -1
            for (let y = fromY; y < toY; y++) {
              for (let i = fromX; i < toX; i++) {
                const offset = ((b * inHeight + y) * inWidth + i) * inChannels + c
                const value = x[offset] ?? 0
                if (value > largest) {
                  largest = value
                  at = offset
                }
              }
            }
            if (at >= 0) dx[at] = (dx[at] ?? 0) + (dy[output] ?? 0)
            output++
          }
        }
      }
    }
    return info
  }
}
