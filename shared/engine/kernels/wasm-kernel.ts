import { getKernel, registerKernel, unregisterKernel, util } from '@tensorflow/tfjs-core'
import type {
  KernelConfig,
  KernelFunc,
  NamedAttrMap,
  NamedTensorInfoMap,
  TensorInfo
} from '@tensorflow/tfjs-core'
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu'
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm'

/** What a kernel function is called with. */
export type KernelArgs = Parameters<KernelFunc>[0]

/** The backend argument of a kernel registered for `wasm`; tfjs hands it over untyped. */
export function wasmOf(args: KernelArgs): BackendWasm {
  if (!(args.backend instanceof BackendWasm)) throw new Error('a wasm kernel was called by another backend')
  return args.backend
}

/** An input that the operation always gives. */
export function inputOf(args: KernelArgs, name: string): TensorInfo {
  const tensor = args.inputs[name]
  if (tensor === undefined) throw new Error(`kernel input ${name} is missing`)
  return tensor
}

/** Runs another wasm kernel of one output; whoever calls disposes of that output. */
export function runWasm(
  kernelName: string,
  backend: BackendWasm,
  inputs: NamedTensorInfoMap,
  attrs: NamedAttrMap
): TensorInfo {
  const output = getKernel(kernelName, 'wasm').kernelFunc({ inputs, backend, attrs })
  if (Array.isArray(output)) throw new Error(`kernel ${kernelName} has several outputs`)
  return output
}

/** A zeroed float32 output and its memory; the array is stale after the next allocation. */
export function zeros(backend: BackendWasm, shape: number[]): { info: TensorInfo; values: Float32Array } {
  const info = backend.makeOutput(shape, 'float32')
  const values = floats(backend, info)
  values.fill(0)
  return { info, values }
}

/** The memory of a float32 tensor, without a copy; stale after the next allocation. */
export function floats(backend: BackendWasm, info: TensorInfo): Float32Array {
  return util.sizeFromShape(info.shape) === 0
    ? new Float32Array(0)
    : (backend.typedArrayFromHeap(info) as Float32Array)
}

/** Puts `config` in the place of the kernel of the same name, keeping that one's set-up. */
export function replaceKernel(config: KernelConfig): void {
  // The declared type knows nothing of kernels that are missing.
  const stock = getKernel(config.kernelName, config.backendName) as KernelConfig | undefined
  if (stock !== undefined) unregisterKernel(config.kernelName, config.backendName)
  registerKernel(stock?.setupFunc ? { ...config, setupFunc: stock.setupFunc } : config)
}

/** The backend argument of a kernel registered for `cpu`. */
export function cpuOf(args: KernelArgs): MathBackendCPU {
  if (!(args.backend instanceof MathBackendCPU)) throw new Error('a cpu kernel was called by another backend')
  return args.backend
}
