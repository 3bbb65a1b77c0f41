import { getKernel } from '@tensorflow/tfjs-core'
import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core'
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import { inputOf, runWasm, wasmOf, type KernelArgs } from './wasm-kernel'

/** Below this many multiplications the stock loop costs less than a transpose. */
const WORTH_A_TRANSPOSE = 4096

/**
 * A matrix product with transposed sides, as every gradient of a dense layer needs. The stock wasm kernel sends
 * only plain products to XNNPACK and runs a naive loop for the others, 5 to 17 times slower (0.9–1.8 GFLOP/s):
 * transposing first is much faster than not.
 */
export function transposingMatMul(kernelName: 'BatchMatMul' | '_FusedMatMul'): KernelConfig {
  const stock = getKernel(kernelName, 'wasm').kernelFunc
  return {
    kernelName,
    backendName: 'wasm',
    kernelFunc: args => {
      const { transposeA, transposeB } = args.attrs as unknown as { transposeA: boolean; transposeB: boolean }
      if ((!transposeA && !transposeB) || multiplications(args, transposeA) < WORTH_A_TRANSPOSE)
        return stock(args)
      const backend = wasmOf(args)
      const a = transposeA ? swapped(backend, inputOf(args, 'a')) : inputOf(args, 'a')
      const b = transposeB ? swapped(backend, inputOf(args, 'b')) : inputOf(args, 'b')
      const product = stock({
        backend,
        inputs: { ...args.inputs, a, b },
        attrs: { ...args.attrs, transposeA: false, transposeB: false }
      })
      if (transposeA) backend.disposeData(a.dataId)
      if (transposeB) backend.disposeData(b.dataId)
      return product
    }
  }
}

function multiplications(args: KernelArgs, transposeA: boolean): number {
  const a = inputOf(args, 'a').shape
  const b = inputOf(args, 'b').shape
  const inner = a.at(transposeA ? -2 : -1) ?? 1
  const size = (shape: readonly number[]): number => shape.reduce((n, d) => n * d, 1)
  return inner === 0 ? 0 : (size(a) / inner) * ((b.at(-1) ?? 1) * (b.at(-2) ?? 1))
}

/** `x` with its last two axes swapped. */
function swapped(backend: BackendWasm, x: TensorInfo): TensorInfo {
  const rank = x.shape.length
  const perm = x.shape.map((_, i) => (i === rank - 1 ? rank - 2 : i === rank - 2 ? rank - 1 : i))
  return runWasm('Transpose', backend, { x }, { perm })
}
