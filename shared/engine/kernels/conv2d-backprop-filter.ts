import { backend_util, Conv2DBackpropFilter } from '@tensorflow/tfjs-core'
import type { Conv2DBackpropFilterAttrs, KernelConfig, TensorInfo } from '@tensorflow/tfjs-core'
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import { inputOf, runWasm, wasmOf } from './wasm-kernel'

/**
 * The gradient of a convolution by its filter, which the wasm backend of tfjs 4.22 lacks, so that it
 * can't train a Conv2D. It is itself a convolution, which XNNPACK runs at 24 GFLOP/s: the images with batch and
 * channels swapped, `[inChannels, height, width, batch]`, by dy as the filter, `[outHeight, outWidth, batch,
 * outChannels]`; the strides of the forward pass become dilations.
 */
export const conv2dBackpropFilter: KernelConfig = {
  kernelName: Conv2DBackpropFilter,
  backendName: 'wasm',
  kernelFunc: args => {
    const backend = wasmOf(args)
    const x = inputOf(args, 'x')
    const dy = inputOf(args, 'dy')
    const attrs = args.attrs as unknown as Conv2DBackpropFilterAttrs
    const conv = backend_util.computeConv2DInfo(
      x.shape as [number, number, number, number],
      attrs.filterShape,
      attrs.strides,
      1,
      attrs.pad,
      attrs.dimRoundingMode,
      false,
      backend_util.convertConv2DDataFormat(attrs.dataFormat)
    )
    if (conv.dataFormat !== 'channelsLast')
      throw new Error('Conv2DBackpropFilter on wasm wants channels last')
    const touched = windowed(backend, x, conv)
    const images = runWasm('Transpose', backend, { x: touched }, { perm: [3, 1, 2, 0] })
    const filter = runWasm('Transpose', backend, { x: dy }, { perm: [1, 2, 0, 3] })
    const product = runWasm(
      'Conv2D',
      backend,
      { x: images, filter },
      { strides: [1, 1], pad: 'valid', dataFormat: 'NHWC', dilations: [conv.strideHeight, conv.strideWidth] }
    )
    const gradient = runWasm('Transpose', backend, { x: product }, { perm: [1, 2, 0, 3] })
    for (const t of [images, filter, product]) backend.disposeData(t.dataId)
    if (touched !== x) backend.disposeData(touched.dataId)
    return gradient
  }
}

/** `x` padded and cut to just what the windows of the forward pass touch: `(out − 1) · stride + kernel`. */
function windowed(backend: BackendWasm, x: TensorInfo, conv: backend_util.Conv2DInfo): TensorInfo {
  const height = (conv.outHeight - 1) * conv.strideHeight + conv.filterHeight
  const width = (conv.outWidth - 1) * conv.strideWidth + conv.filterWidth
  const { top, left } = conv.padInfo
  const bottom = Math.max(0, height - conv.inHeight - top)
  const right = Math.max(0, width - conv.inWidth - left)
  const paddings: [number, number][] = [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0]
  ]
  const padded =
    top + left + bottom + right > 0 ? runWasm('PadV2', backend, { x }, { paddings, constantValue: 0 }) : x
  if (padded.shape[1] === height && padded.shape[2] === width) return padded
  const size = [conv.batchSize, height, width, conv.inChannels]
  const cut = runWasm('Slice', backend, { x: padded }, { begin: [0, 0, 0, 0], size })
  if (padded !== x) backend.disposeData(padded.dataId)
  return cut
}
