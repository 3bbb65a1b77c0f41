import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { wasmTraining, type Rates } from '../../shared/engine/testing/wasm-training'

export interface WasmBench {
  /** Steps per second of tfjs as it comes and of this engine; null where tfjs can't train the model. */
  readonly rates: Readonly<Record<string, Rates>>
  /** This engine's speed in units of tfjs's. */
  readonly ratios: Readonly<Record<string, number | null>>
}

/** Steps of training on one thread of WebAssembly in Node: tfjs as it comes against this engine, in one run. */
export default async function wasm(): Promise<WasmBench> {
  const folder = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))
  const rates = await wasmTraining(`${folder}/`)
  const ratios = Object.fromEntries(
    Object.entries(rates).map(([name, { stock, ours }]) => [name, stock === null ? null : ours / stock])
  )
  return { rates, ratios }
}
