import {
  backend_util,
  DepthwiseConv2dNativeBackpropFilter,
  DepthwiseConv2dNativeBackpropInput
} from '@tensorflow/tfjs-core'
import type { KernelConfig } from '@tensorflow/tfjs-core'
import { floats, inputOf, wasmOf, zeros, type KernelArgs } from './wasm-kernel'

type Shape4 = [number, number, number, number]

/** The gradients of a depthwise convolution, which the wasm backend of tfjs 4.22 lacks; `[batch, height, width, channels]`. */
export const depthwiseBackpropInput: KernelConfig = {
  kernelName: DepthwiseConv2dNativeBackpropInput,
  backendName: 'wasm',
  kernelFunc: args => {
    const backend = wasmOf(args)
    const filter = inputOf(args, 'filter')
    const { inputShape } = args.attrs as unknown as { inputShape: Shape4 }
    const conv = convInfo(args, inputShape, filter.shape as Shape4)
    const { info, values: dx } = zeros(backend, inputShape)
    const w = floats(backend, filter)
    const dy = floats(backend, inputOf(args, 'dy'))
    const multiplier = conv.outChannels / conv.inChannels
    eachTap(conv, (x, y, tap) => {
      for (let c = 0; c < conv.inChannels; c++) {
        let sum = 0
        for (let m = c * multiplier; m < (c + 1) * multiplier; m++)
          sum += (dy[y + m] ?? 0) * (w[tap + m] ?? 0)
        dx[x + c] = (dx[x + c] ?? 0) + sum
      }
    })
    return info
  }
}

export const depthwiseBackpropFilter: KernelConfig = {
  kernelName: DepthwiseConv2dNativeBackpropFilter,
  backendName: 'wasm',
  kernelFunc: args => {
    const backend = wasmOf(args)
    const input = inputOf(args, 'x')
    const { filterShape } = args.attrs as unknown as { filterShape: Shape4 }
    const conv = convInfo(args, input.shape as Shape4, filterShape)
    const { info, values: dw } = zeros(backend, filterShape)
    const xs = floats(backend, input)
    const dy = floats(backend, inputOf(args, 'dy'))
    const multiplier = conv.outChannels / conv.inChannels
    eachTap(conv, (x, y, tap) => {
      for (let c = 0; c < conv.inChannels; c++) {
        const value = xs[x + c] ?? 0
        for (let m = c * multiplier; m < (c + 1) * multiplier; m++) {
          dw[tap + m] = (dw[tap + m] ?? 0) + value * (dy[y + m] ?? 0)
        }
      }
    })
    return info
  }
}

function convInfo(args: KernelArgs, inputShape: Shape4, filterShape: Shape4): backend_util.Conv2DInfo {
  const { strides, dilations, pad, dimRoundingMode } = args.attrs as unknown as {
    strides: [number, number] | number
    dilations: [number, number] | number | null
    pad: 'valid' | 'same' | number
    dimRoundingMode?: 'floor' | 'round' | 'ceil'
  }
  return backend_util.computeConv2DInfo(
    inputShape,
    filterShape,
    strides,
    dilations ?? 1,
    pad,
    dimRoundingMode,
    true
  )
}

/** Calls `visit` with the offsets of an input pixel, an output pixel and the filter's tap that joins them. */
function eachTap(
  conv: backend_util.Conv2DInfo,
  visit: (input: number, output: number, tap: number) => void
): void {
  for (let b = 0; b < conv.batchSize; b++) {
    for (let oy = 0; oy < conv.outHeight; oy++) {
      for (let ky = 0; ky < conv.filterHeight; ky++) {
        const iy = oy * conv.strideHeight - conv.padInfo.top + ky * conv.dilationHeight
        if (iy < 0 || iy >= conv.inHeight) continue
        for (let ox = 0; ox < conv.outWidth; ox++) {
          const output = ((b * conv.outHeight + oy) * conv.outWidth + ox) * conv.outChannels
          for (let kx = 0; kx < conv.filterWidth; kx++) {
            const ix = ox * conv.strideWidth - conv.padInfo.left + kx * conv.dilationWidth
            if (ix < 0 || ix >= conv.inWidth) continue
            const input = ((b * conv.inHeight + iy) * conv.inWidth + ix) * conv.inChannels
            visit(input, output, (ky * conv.filterWidth + kx) * conv.outChannels)
          }
        }
      }
    }
  }
}
