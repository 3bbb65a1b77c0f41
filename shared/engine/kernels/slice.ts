import { backend_util, slice_util, Slice, SplitV, Unpack, util } from '@tensorflow/tfjs-core'
import type { KernelConfig, SplitVAttrs, TensorInfo } from '@tensorflow/tfjs-core'
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import { inputOf, wasmOf, type KernelArgs } from './wasm-kernel'

/**
 * Slice, split and unstack. The stock wasm kernels copy their whole input out of memory for every part that is
 * taken: unstacking `[50, 32, 256]` took 18 ms, more than half of a training step of an LSTM. These copy the part.
 */
export const sliceKernels: readonly KernelConfig[] = [
  {
    kernelName: Slice,
    backendName: 'wasm',
    kernelFunc: args => {
      const x = inputOf(args, 'x')
      const given = args.attrs as unknown as { begin: number | number[]; size: number | number[] }
      // The declared type wants a tensor, but only the shape is read.
      const [begin, size] = slice_util.parseSliceParams(x, given.begin, given.size)
      return part(wasmOf(args), x, begin ?? [], size ?? [])
    }
  },
  {
    kernelName: SplitV,
    backendName: 'wasm',
    kernelFunc: args => {
      const x = inputOf(args, 'x')
      const { axis, numOrSizeSplits } = args.attrs as unknown as SplitVAttrs
      const along = axisOf(x, axis)
      return parts(args, x, along, backend_util.prepareSplitSize(x, numOrSizeSplits, along))
    }
  },
  {
    kernelName: Unpack,
    backendName: 'wasm',
    kernelFunc: args => {
      const x = inputOf(args, 'value')
      const { axis } = args.attrs as unknown as { axis: number }
      const along = axisOf(x, axis)
      const outputs = parts(args, x, along, new Array<number>(x.shape[along] ?? 0).fill(1))
      for (const output of outputs) output.shape.splice(along, 1)
      return outputs
    }
  }
]

function axisOf(x: TensorInfo, axis: number): number {
  return util.parseAxisParam(axis, x.shape)[0] ?? 0
}

function parts(args: KernelArgs, x: TensorInfo, axis: number, sizes: readonly number[]): TensorInfo[] {
  const backend = wasmOf(args)
  const begin = x.shape.map(() => 0)
  return sizes.map(length => {
    const size = x.shape.map((d, i) => (i === axis ? length : d))
    const output = part(backend, x, begin, size)
    begin[axis] = (begin[axis] ?? 0) + length
    return output
  })
}

/** The block of `x` from `begin` on, copied in runs as long as the memory of both is in one piece. */
function part(
  backend: BackendWasm,
  x: TensorInfo,
  begin: readonly number[],
  size: readonly number[]
): TensorInfo {
  const output = backend.makeOutput([...size], x.dtype)
  if (util.sizeFromShape([...size]) === 0) return output
  const bytes = util.bytesPerElement(x.dtype)
  const from = backend.dataIdMap.get(x.dataId).memoryOffset
  let to = backend.dataIdMap.get(output.dataId).memoryOffset
  // The last axis that is not taken whole: from there on, a run is one piece.
  let cut = size.length - 1
  while (cut > 0 && size[cut] === x.shape[cut]) cut--
  const inner = x.shape.slice(cut + 1).reduce((n, d) => n * d, 1)
  const run = (size[cut] ?? 1) * inner * bytes
  const memory = new Uint8Array(backend.typedArrayFromHeap(output).buffer)
  const copy = (axis: number, row: number): void => {
    const length = x.shape[axis] ?? 1
    const first = row * length + (begin[axis] ?? 0)
    if (axis >= cut) {
      const start = from + first * inner * bytes
      memory.copyWithin(to, start, start + run)
      to += run
      return
    }
    for (let i = 0; i < (size[axis] ?? 1); i++) copy(axis + 1, first + i)
  }
  copy(0, 0)
  return output
}
