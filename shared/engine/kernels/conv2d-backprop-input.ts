import { backend_util, Conv2DBackpropInput, getKernel } from '@tensorflow/tfjs-core'
import type { Conv2DBackpropInputAttrs, KernelConfig, TensorInfo } from '@tensorflow/tfjs-core'
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import { floats, inputOf, runWasm, wasmOf, zeros } from './wasm-kernel'

/** With larger strides the convolution below multiplies mostly zeros, and the stock loop wins. */
const MOST_STRIDE_AREA = 4

/**
 * The gradient of a convolution by its input (and the forward pass of a transposed convolution). The stock wasm
 * kernel is a naive loop at 1.8 GFLOP/s, where XNNPACK convolves at 24: dx is the convolution of dy, spread by the
 * strides and padded, by the filter turned around with its channels swapped.
 */
export function convolvingBackpropInput(): KernelConfig {
  const stock = getKernel(Conv2DBackpropInput, 'wasm').kernelFunc
  return {
    kernelName: Conv2DBackpropInput,
    backendName: 'wasm',
    kernelFunc: args => {
      const backend = wasmOf(args)
      const dy = inputOf(args, 'dy')
      const filter = inputOf(args, 'filter')
      const { inputShape, strides, pad, dataFormat, dimRoundingMode } =
        args.attrs as unknown as Conv2DBackpropInputAttrs
      const conv = backend_util.computeConv2DInfo(
        inputShape,
        filter.shape as [number, number, number, number],
        strides,
        1,
        pad,
        dimRoundingMode,
        false,
        backend_util.convertConv2DDataFormat(dataFormat)
      )
      const { top, bottom, left, right } = conv.padInfo
      const fits = Math.max(top, bottom) < conv.filterHeight && Math.max(left, right) < conv.filterWidth
      if (
        !fits ||
        conv.dataFormat !== 'channelsLast' ||
        conv.strideHeight * conv.strideWidth > MOST_STRIDE_AREA
      )
        return stock(args)

      const spread = spreadOut(backend, dy, conv)
      const turned = runWasm('Reverse', backend, { x: filter }, { dims: [0, 1] })
      const swapped = runWasm('Transpose', backend, { x: turned }, { perm: [0, 1, 3, 2] })
      const dx = runWasm(
        'Conv2D',
        backend,
        { x: spread, filter: swapped },
        { strides: [1, 1], pad: 'valid', dataFormat: 'NHWC', dilations: [1, 1] }
      )
      for (const t of [spread, turned, swapped]) backend.disposeData(t.dataId)
      return dx
    }
  }
}

/**
 * dy with `stride − 1` zeros between its pixels and zeros around, `[batch, inHeight + kernel − 1, …]`, so that a
 * plain convolution of it has the size of the input.
 */
function spreadOut(backend: BackendWasm, dy: TensorInfo, conv: backend_util.Conv2DInfo): TensorInfo {
  const {
    batchSize,
    outHeight,
    outWidth,
    outChannels,
    strideHeight,
    strideWidth,
    filterHeight,
    filterWidth
  } = conv
  const height = conv.inHeight + filterHeight - 1
  const width = conv.inWidth + filterWidth - 1
  const top = filterHeight - 1 - conv.padInfo.top
  const left = filterWidth - 1 - conv.padInfo.left
  const { info, values } = zeros(backend, [batchSize, height, width, outChannels])
  const from = floats(backend, dy)
  for (let b = 0; b < batchSize; b++) {
    for (let y = 0; y < outHeight; y++) {
      const source = (b * outHeight + y) * outWidth * outChannels
      const target = ((b * height + top + y * strideHeight) * width + left) * outChannels
      if (strideWidth === 1) {
        values.set(from.subarray(source, source + outWidth * outChannels), target)
        continue
      }
      for (let x = 0; x < outWidth; x++) {
        const s = source + x * outChannels
        const t = target + x * strideWidth * outChannels
        for (let c = 0; c < outChannels; c++) values[t + c] = from[s + c] ?? 0
      }
    }
  }
  return info
}
