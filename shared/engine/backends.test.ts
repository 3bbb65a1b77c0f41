import * as tf from '@tensorflow/tfjs-core'
import { describe, expect, it } from 'vitest'
import { startBackend } from './backends'
import { nodeWasmPaths } from './testing/node-backends'

const environment = { wasmPaths: nodeWasmPaths }

describe('startBackend', () => {
  it('comes down to WebAssembly where there is no WebGL, and says why', async () => {
    expect(await startBackend('auto', environment)).toEqual({
      ok: true,
      value: {
        name: 'wasm',
        label: 'WebAssembly (SIMD)',
        software: false,
        left: [{ name: 'webgl', why: 'there is no WebGL 2 here' }]
      }
    })
    expect(tf.getBackend()).toBe('wasm')
    expect(tf.matMul(tf.ones([2, 3]), tf.ones([2, 3]), false, true).dataSync()).toEqual(
      new Float32Array(4).fill(3)
    )
  })

  it('starts what was asked for', async () => {
    const started = await startBackend('cpu', environment)
    expect(started).toMatchObject({ ok: true, value: { name: 'cpu', left: [] } })
    expect(tf.getBackend()).toBe('cpu')
  })
})
