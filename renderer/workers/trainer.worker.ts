import type { ToTrainer } from '../../shared/training/protocol'
import { createSession } from '../../shared/training/session'
import { readAsset } from './read-asset'

// Spelled out, so that Vite finds them and copies them into the app.
const plain = new URL(
  '../../node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm',
  import.meta.url
).href
const simd = new URL(
  '../../node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  import.meta.url
).href

/** By the names that tfjs wants addresses of. Threads are switched off, so that the last is never asked for. */
const wasmPaths = {
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  'tfjs-backend-wasm-threaded-simd.wasm': simd
}

const session = createSession({
  emit: message => self.postMessage(message),
  readAsset,
  environment: { wasmPaths }
})

self.addEventListener('message', ({ data }: MessageEvent<ToTrainer>) => session.receive(data))
self.postMessage({ kind: 'ready' })
