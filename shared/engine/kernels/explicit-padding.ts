import {
  backend_util,
  Conv2D,
  DepthwiseConv2dNative,
  FusedConv2D,
  FusedDepthwiseConv2D,
  getKernel
} from '@tensorflow/tfjs-core'
import type { Conv2DAttrs, KernelConfig } from '@tensorflow/tfjs-core'
import { inputOf } from './wasm-kernel'

/**
 * Convolutions whose 'same' is worked out here and handed over as numbers of pixels. XNNPACK's own is wrong along an
 * axis that needs none because the stride is larger than the kernel (1 × 2 at stride 3): numbers from elsewhere.
 */
export function explicitlyPadded(): readonly KernelConfig[] {
  return [Conv2D, FusedConv2D, DepthwiseConv2dNative, FusedDepthwiseConv2D].map(
    (kernelName): KernelConfig => {
      const stock = getKernel(kernelName, 'wasm').kernelFunc
      const isDepthwise = kernelName === DepthwiseConv2dNative || kernelName === FusedDepthwiseConv2D
      return {
        kernelName,
        backendName: 'wasm',
        kernelFunc: args => {
          const { strides, dilations, pad, dimRoundingMode } = args.attrs as unknown as Conv2DAttrs
          if (pad !== 'same') return stock(args)
          const { top, bottom, left, right } = backend_util.computeConv2DInfo(
            inputOf(args, 'x').shape as [number, number, number, number],
            inputOf(args, 'filter').shape as [number, number, number, number],
            strides,
            dilations,
            pad,
            dimRoundingMode,
            isDepthwise
          ).padInfo
          const pairs = [
            [0, 0],
            [top, bottom],
            [left, right],
            [0, 0]
          ]
          return stock({ ...args, attrs: { ...args.attrs, pad: pairs } })
        }
      }
    }
  )
}
