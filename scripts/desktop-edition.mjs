import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

/**
 * @typedef {{ kind: 'closed', code: number } | { kind: 'never-opened', why: string }} Ended
 */

/** An Electron that fails sooner than this has shown nobody a window. */
const opening = 10_000

/**
 * Runs the built desktop app until it ends. Ctrl+C is left to Electron, which hears it as well.
 * @param {string} electron its executable
 * @param {readonly string[]} files full paths
 * @param {{ app?: string, now?: () => number }} [tests] for tests
 * @returns {Promise<Ended>}
 */
export function openDesktop(electron, files, { app = root, now = () => performance.now() } = {}) {
  // Some editors' terminals set it, and Electron would then be a plain Node.
  const env = { ...process.env }
  delete env.ELECTRON_RUN_AS_NODE
  const since = now()
  let isInterrupted = false
  const interrupt = () => {
    isInterrupted = true
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  return new Promise(resolve => {
    /** @param {Ended} ended */
    const end = ended => {
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
      resolve(ended)
    }
    spawn(electron, [app, ...files], { stdio: 'inherit', env })
      .on('error', error => end({ kind: 'never-opened', why: error.message }))
      .on('close', (code, signal) => {
        const isEarly = code !== 0 && !isInterrupted && now() - since < opening
        const how = signal === null ? `exit code ${code}` : `signal ${signal}`
        end(isEarly ? { kind: 'never-opened', why: how } : { kind: 'closed', code: code ?? 1 })
      })
  })
}
