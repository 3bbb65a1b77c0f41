import { UnsortedSegmentSum, util } from '@tensorflow/tfjs-core'
import type { KernelConfig, NamedAttrMap, TypedArray } from '@tensorflow/tfjs-core'
import { cpuOf, floats, inputOf, wasmOf, zeros } from './wasm-kernel'

/**
 * Sums rows by their segment: the gradient of an embedding. The wasm backend of tfjs 4.22 lacks it, so it can't
 * train an Embedding.
 */
export const wasmUnsortedSegmentSum: KernelConfig = {
  kernelName: UnsortedSegmentSum,
  backendName: 'wasm',
  kernelFunc: args => {
    const backend = wasmOf(args)
    const x = inputOf(args, 'x')
    const segmentIds = inputOf(args, 'segmentIds')
    const segments = segmentsOf(args.attrs)
    const ids = backend.readSync(segmentIds.dataId) as TypedArray
    const { info, values } = zeros(backend, [segments, ...x.shape.slice(segmentIds.shape.length)])
    addRows(floats(backend, x), ids, segments, values)
    return info
  }
}

/** The cpu backend multiplies the whole input once for every segment; this passes over it once. */
export const cpuUnsortedSegmentSum: KernelConfig = {
  kernelName: UnsortedSegmentSum,
  backendName: 'cpu',
  kernelFunc: args => {
    const backend = cpuOf(args)
    const x = inputOf(args, 'x')
    const segmentIds = inputOf(args, 'segmentIds')
    const segments = segmentsOf(args.attrs)
    const shape = [segments, ...x.shape.slice(segmentIds.shape.length)]
    const sums = new Float32Array(util.sizeFromShape(shape))
    addRows(
      backend.readSync(x.dataId) as TypedArray,
      backend.readSync(segmentIds.dataId) as TypedArray,
      segments,
      sums
    )
    return backend.makeTensorInfo(shape, 'float32', sums)
  }
}

function segmentsOf(attrs: NamedAttrMap | undefined): number {
  return (attrs as unknown as { numSegments: number }).numSegments
}

function addRows(rows: TypedArray, ids: TypedArray, segments: number, sums: Float32Array): void {
  const width = ids.length === 0 ? 0 : rows.length / ids.length
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] ?? -1
    if (id < 0 || id >= segments) continue
    for (let j = 0; j < width; j++) {
      const at = id * width + j
      sums[at] = (sums[at] ?? 0) + (rows[i * width + j] ?? 0)
    }
  }
}
