import { ResizeBilinearGrad, ResizeNearestNeighborGrad, util } from '@tensorflow/tfjs-core'
import type { KernelConfig, TypedArray } from '@tensorflow/tfjs-core'
import { cpuOf, floats, inputOf, wasmOf, zeros, type KernelArgs } from './wasm-kernel'

/** Two pixels of a source axis and how much of the second is in the result. */
interface Tap {
  readonly low: number
  readonly high: number
  readonly share: number
}
interface ResizeAttrs {
  readonly alignCorners: boolean
  readonly halfPixelCenters?: boolean
}
type TapsOf = (inSize: number, outSize: number, attrs: ResizeAttrs) => Tap[]

/**
 * The gradients of resizing images, `[batch, height, width, channels]`. In tfjs 4.22 those of the wasm backend are
 * wrong for batches and channels, the bilinear one of the cpu backend exchanges height and width, and both forget
 * half-pixel centres.
 */
export const resizeGradKernels: readonly KernelConfig[] = [
  wasm(ResizeNearestNeighborGrad, nearest),
  wasm(ResizeBilinearGrad, bilinear),
  cpu(ResizeNearestNeighborGrad, nearest),
  cpu(ResizeBilinearGrad, bilinear)
]

function wasm(kernelName: string, taps: TapsOf): KernelConfig {
  return {
    kernelName,
    backendName: 'wasm',
    kernelFunc: args => {
      const backend = wasmOf(args)
      const { info, values } = zeros(backend, inputOf(args, 'images').shape)
      giveBack(args, taps, floats(backend, inputOf(args, 'dy')), values)
      return info
    }
  }
}

function cpu(kernelName: string, taps: TapsOf): KernelConfig {
  return {
    kernelName,
    backendName: 'cpu',
    kernelFunc: args => {
      const backend = cpuOf(args)
      const { shape } = inputOf(args, 'images')
      const dx = new Float32Array(util.sizeFromShape(shape))
      giveBack(args, taps, backend.readSync(inputOf(args, 'dy').dataId) as TypedArray, dx)
      return backend.makeTensorInfo(shape, 'float32', dx)
    }
  }
}

/** Adds each pixel of dy to the pixels it was made of. */
function giveBack(args: KernelArgs, tapsOf: TapsOf, dy: TypedArray, dx: Float32Array): void {
  const [batch = 0, inHeight = 0, inWidth = 0, channels = 0] = inputOf(args, 'images').shape
  const [, outHeight = 0, outWidth = 0] = inputOf(args, 'dy').shape
  const attrs = args.attrs as unknown as ResizeAttrs
  const rows = tapsOf(inHeight, outHeight, attrs)
  const columns = tapsOf(inWidth, outWidth, attrs)
  const add = (pixel: number, from: number, factor: number): void => {
    if (factor === 0) return
    for (let c = 0; c < channels; c++) {
      dx[pixel * channels + c] = (dx[pixel * channels + c] ?? 0) + factor * (dy[from + c] ?? 0)
    }
  }
  let from = 0
  for (let b = 0; b < batch; b++) {
    for (const row of rows) {
      const low = (b * inHeight + row.low) * inWidth
      const high = (b * inHeight + row.high) * inWidth
      for (const column of columns) {
        add(low + column.low, from, (1 - row.share) * (1 - column.share))
        add(low + column.high, from, (1 - row.share) * column.share)
        add(high + column.low, from, row.share * (1 - column.share))
        add(high + column.high, from, row.share * column.share)
        from += channels
      }
    }
  }
}

function nearest(inSize: number, outSize: number, attrs: ResizeAttrs): Tap[] {
  const scale = scaleOf(inSize, outSize, attrs)
  const shift = attrs.halfPixelCenters === true ? 0.5 : 0
  return Array.from({ length: outSize }, (_, i) => {
    const at = (i + shift) * scale
    const low = Math.min(inSize - 1, attrs.alignCorners ? Math.round(at) : Math.floor(at))
    return { low, high: low, share: 0 }
  })
}

function bilinear(inSize: number, outSize: number, attrs: ResizeAttrs): Tap[] {
  const scale = scaleOf(inSize, outSize, attrs)
  return Array.from({ length: outSize }, (_, i) => {
    const at = Math.max(0, attrs.halfPixelCenters === true ? (i + 0.5) * scale - 0.5 : i * scale)
    const low = Math.floor(at)
    return { low, high: Math.min(Math.ceil(at), inSize - 1), share: at - low }
  })
}

function scaleOf(inSize: number, outSize: number, { alignCorners }: ResizeAttrs): number {
  return alignCorners && outSize > 1 ? (inSize - 1) / (outSize - 1) : inSize / outSize
}
