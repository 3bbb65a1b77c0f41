import '@tensorflow/tfjs-backend-cpu'
import '@tensorflow/tfjs-backend-wasm'
// Registers the gradients of all operations, in the browser's build as in Node's.
import '@tensorflow/tfjs-layers'
import { registerGradient, unregisterGradient } from '@tensorflow/tfjs-core'
import { avgPoolGradient } from './avg-pool-gradient'
import { transposingMatMul } from './batch-mat-mul'
import { conv2dBackpropFilter } from './conv2d-backprop-filter'
import { convolvingBackpropInput } from './conv2d-backprop-input'
import { depthwiseBackpropFilter, depthwiseBackpropInput } from './depthwise-conv2d-backprop'
import { explicitlyPadded } from './explicit-padding'
import { maxPoolGrad } from './max-pool-grad'
import { resizeGradKernels } from './resize-grad'
import { sliceKernels } from './slice'
import { cpuUnsortedSegmentSum, wasmUnsortedSegmentSum } from './unsorted-segment-sum'
import { replaceKernel } from './wasm-kernel'

let registered = false

/** Mends tfjs's backends for training; calling it again does nothing. Before or after a backend is started. */
export function registerTrainingKernels(): void {
  if (registered) return
  registered = true
  for (const kernel of [
    transposingMatMul('BatchMatMul'),
    transposingMatMul('_FusedMatMul'),
    ...explicitlyPadded(),
    convolvingBackpropInput(),
    conv2dBackpropFilter,
    depthwiseBackpropInput,
    depthwiseBackpropFilter,
    maxPoolGrad,
    ...resizeGradKernels,
    ...sliceKernels,
    wasmUnsortedSegmentSum,
    cpuUnsortedSegmentSum
  ]) {
    replaceKernel(kernel)
  }
  unregisterGradient(avgPoolGradient.kernelName)
  registerGradient(avgPoolGradient)
}
