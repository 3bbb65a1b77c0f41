import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

/**
 * @typedef {object} RunOptions
 * @property {'inherit' | 'capture' | 'stderr'} [output] where its output goes; `stderr` keeps our stdout clean
 * @property {number} [seconds] after which it is stopped
 * @property {Record<string, string>} [env] added to ours
 */

/** @typedef {{ code: number, output: string, timedOut: boolean }} Ran */

/**
 * Runs a program in the repository's root and waits for it. A program that can't be started ends with code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ran>}
 */
export function run(command, args, { output = 'capture', seconds, env = {} } = {}) {
  return new Promise(resolve => {
    const piped = output === 'capture'
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: piped ? ['ignore', 'pipe', 'pipe'] : ['ignore', output === 'stderr' ? 2 : 'inherit', 'inherit']
    })
    let text = ''
    let timedOut = false
    /** @type {NodeJS.Timeout[]} */
    const timers = []
    if (seconds !== undefined) {
      const stop = () => {
        timedOut = true
        child.kill('SIGTERM')
        timers.push(setTimeout(() => child.kill('SIGKILL'), 5_000))
      }
      timers.push(setTimeout(stop, seconds * 1000))
    }
    /** @param {number} code */
    const end = code => {
      timers.forEach(clearTimeout)
      resolve({ code, output: text, timedOut })
    }
    child.stdout?.on('data', chunk => (text += String(chunk)))
    child.stderr?.on('data', chunk => (text += String(chunk)))
    child.on('error', error => {
      text += error.message
      end(127)
    })
    child.on('close', code => end(timedOut ? 124 : (code ?? 1)))
  })
}

/**
 * Runs one of npm's commands, by the npm that started us where there is one.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function npm(args, options) {
  const own = process.env.npm_execpath
  if (own?.endsWith('npm-cli.js')) return run(process.execPath, [own, ...args], options)
  // On Windows npm is a batch file, which only its shell starts.
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
    : run('npm', args, options)
}

/**
 * Runs a JavaScript program of an installed package, such as `vite/bin/vite.js`.
 * @param {string} program its path below node_modules
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export const tool = (program, args, options) =>
  run(process.execPath, [`node_modules/${program}`, ...args], options)

/** @param {number} since a value of performance.now() */
export function elapsed(since) {
  const seconds = (performance.now() - since) / 1000
  return seconds < 60
    ? `${seconds.toFixed(1)} s`
    : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}

/**
 * Whether a server answers at all within a few seconds, so that a download which can't succeed isn't begun.
 * @param {string} url
 * @param {number} [patience] in milliseconds
 */
export async function answers(url, patience = 5_000) {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(patience) })
    return true
  } catch {
    return false
  }
}
