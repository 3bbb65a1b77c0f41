import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import * as tf from '@tensorflow/tfjs-core'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { registerTrainingKernels } from '../kernels/register'

/** Where tfjs's wasm files lie when a test runs in Node. */
export const nodeWasmPaths = `${dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))}/`

let ready = false

/** Makes the cpu or the wasm backend the current one, with the training kernels, for tests in Node. */
export async function useBackend(name: 'cpu' | 'wasm'): Promise<void> {
  if (!ready) {
    ready = true
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
    setWasmPaths(nodeWasmPaths)
    registerTrainingKernels()
  }
  await tf.setBackend(name)
}

/** Numbers that look random and are the same in every run, in (−1, 1). */
export function values(size: number, seed = 1): Float32Array {
  return Float32Array.from(
    { length: size },
    (_, i) => Math.sin((i + 1) * 12.9898 * seed + seed) * Math.cos(i * 0.37 + seed)
  )
}

export function tensorOf(shape: readonly number[], seed = 1): tf.Tensor {
  return tf.tensor(values(tf.util.sizeFromShape([...shape]), seed), [...shape])
}

/** The largest difference, relative where numbers are large. */
export function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Infinity
  let worst = 0
  for (let i = 0; i < a.length; i++) {
    const x = a[i] ?? NaN
    const y = b[i] ?? NaN
    const d = Math.abs(x - y) / Math.max(1, Math.abs(y))
    if (!(d <= worst)) worst = d
  }
  return worst
}

export type Op = (...inputs: tf.Tensor[]) => tf.Tensor

/**
 * The output of `op` and its gradients by each float32 input, on `backend`, with an uneven gradient from above.
 * Inputs are made by `inputs`, in that backend.
 */
export async function outputAndGradients(
  backend: 'cpu' | 'wasm',
  op: Op,
  inputs: () => tf.Tensor[]
): Promise<Float32Array[]> {
  await useBackend(backend)
  return tf.tidy(() => {
    const xs = inputs()
    const y = op(...xs)
    const above = tensorOf(y.shape, 3)
    const gradients = tf.grads((...g: tf.Tensor[]) => op(...g))(xs, above)
    return [y, ...gradients].map(t => Float32Array.from(t.dataSync()))
  })
}
