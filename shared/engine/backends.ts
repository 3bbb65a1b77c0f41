import * as tf from '@tensorflow/tfjs-core'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { fail, ok, type Result } from '../result'
import { registerTrainingKernels } from './kernels/register'
import { gpuName, isSoftwareRenderer, webglRenderer } from './renderer'

export type BackendName = 'webgl' | 'wasm' | 'cpu'

/** A backend that was wished for and did not do, and why, in words. */
export interface LeftBackend {
  readonly name: BackendName
  readonly why: string
}

export interface BackendInfo {
  readonly name: BackendName
  /** For people: `WebGL on NVIDIA GeForce RTX 3060`. */
  readonly label: string
  /** Whether WebGL is drawn by the processor. */
  readonly software: boolean
  readonly left: readonly LeftBackend[]
}

export interface BackendProblem {
  readonly kind: 'no-backend'
  readonly message: string
  readonly left: readonly LeftBackend[]
}

export interface BackendEnvironment {
  /** Where tfjs's `.wasm` files lie: their folder with a slash at its end, or the address of each by its name. */
  readonly wasmPaths: string | Readonly<Record<string, string>>
}

type Started = Result<Pick<BackendInfo, 'label' | 'software'>, string>

const ORDER: readonly BackendName[] = ['webgl', 'wasm', 'cpu']

/**
 * Starts `preferred`, or the next of WebGL, WebAssembly and plain JavaScript that works, with the kernels mended for
 * training. `auto` passes by a WebGL that is only drawn by the processor.
 */
export async function startBackend(
  preferred: 'auto' | BackendName,
  environment: BackendEnvironment
): Promise<Result<BackendInfo, BackendProblem>> {
  registerTrainingKernels()
  const left: LeftBackend[] = []
  for (const name of preferred === 'auto' ? ORDER : ORDER.slice(ORDER.indexOf(preferred))) {
    const started = await start(name, preferred === name, environment)
    if (started.ok) return ok({ name, ...started.value, left })
    left.push({ name, why: started.error })
  }
  const reasons = left.map(({ name, why }) => `${name}: ${why}`).join('; ')
  return fail({
    kind: 'no-backend',
    message: `No way to compute was found (${reasons}). Restart the app.`,
    left
  })
}

function start(name: BackendName, wished: boolean, environment: BackendEnvironment): Promise<Started> {
  if (name === 'webgl') return startWebgl(wished)
  if (name === 'wasm') return startWasm(environment)
  return startCpu()
}

async function startWebgl(wished: boolean): Promise<Started> {
  const renderer = webglRenderer()
  if (renderer === '') return fail('there is no WebGL 2 here')
  const software = isSoftwareRenderer(renderer)
  if (software && !wished) return fail(`there is no GPU (${gpuName(renderer)} is software)`)
  await import('@tensorflow/tfjs-backend-webgl')
  const problem = await use('webgl')
  if (problem !== null) return fail(problem)
  if (!tf.env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE'))
    return fail('this GPU has no 32-bit numbers for WebGL')
  return ok({ label: `WebGL on ${gpuName(renderer)}`, software })
}

async function startWasm({ wasmPaths }: BackendEnvironment): Promise<Started> {
  if (typeof WebAssembly === 'undefined') return fail('there is no WebAssembly here')
  // Threads would need cross-origin isolation, and break in a minified build: they start from their own source text.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  try {
    setWasmPaths(typeof wasmPaths === 'string' ? wasmPaths : { ...wasmPaths })
  } catch (error) {
    return fail(String(error))
  }
  const problem = await use('wasm')
  if (problem !== null) return fail(problem)
  const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')
  return ok({ label: simd === true ? 'WebAssembly (SIMD)' : 'WebAssembly', software: false })
}

async function startCpu(): Promise<Started> {
  const problem = await use('cpu')
  return problem === null ? ok({ label: 'JavaScript (slow)', software: false }) : fail(problem)
}

/** Makes a backend the current one; what was wrong, or null. */
async function use(name: BackendName): Promise<string | null> {
  try {
    return (await tf.setBackend(name)) ? null : 'it could not be started'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
