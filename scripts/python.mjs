import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { aptInstall, lastLines } from './apt.mjs'
import { at } from './paths.mjs'
import { answers, run } from './process.mjs'

/** @typedef {{ ok: true, python: string } | { ok: false, why: string }} Python */

const requirements = at('e2e', 'parity', 'requirements.txt')
const stamp = at('.venv', 'blockprop-requirements')
const minutes = 60

/** The interpreter of our own environment, `.venv` in the repository. */
export const venvPython =
  process.platform === 'win32' ? at('.venv', 'Scripts', 'python.exe') : at('.venv', 'bin', 'python')

// PyTorch's plain wheel for Linux brings CUDA, gigabytes of it; this index has the one for CPUs alone.
const cpuWheels = 'https://download.pytorch.org/whl/cpu'

async function findPython() {
  const old = []
  for (const name of ['python3', 'python3.13', 'python3.12', 'python3.11', 'python']) {
    const { code, output } = await run(name, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], {
      seconds: 20
    })
    if (code !== 0) continue
    const [major = 0, minor = 0] = output.trim().split('.').map(Number)
    if (major === 3 && minor >= 11) return { ok: /** @type {const} */ (true), name }
    old.push(`${name} is ${output.trim()}`)
  }
  const found = old.length > 0 ? ` (${old.join(', ')})` : ''
  return { ok: /** @type {const} */ (false), why: `the parity tests need Python 3.11 or newer${found}` }
}

async function createEnvironment() {
  const make = async () => {
    const found = await findPython()
    if (!found.ok) return found
    const made = await run(found.name, ['-m', 'venv', '--clear', at('.venv')], { seconds: 2 * minutes })
    return made.code === 0
      ? { ok: true }
      : { ok: false, why: `"python3 -m venv" failed:\n${lastLines(made.output)}` }
  }
  const first = await make()
  if (first.ok || process.platform !== 'linux') return first
  // Debian ships Python without ensurepip.
  const installed = await aptInstall(['python3', 'python3-venv'])
  return installed.ok ? make() : { ok: false, why: `${first.why}\n${installed.why}` }
}

/**
 * The Python environment of the parity tests, with the versions that requirements.txt pins. It is built again only
 * when those change.
 * @returns {Promise<Python>}
 */
export async function ensurePython() {
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex')
  if (existsSync(venvPython) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return { ok: true, python: venvPython }
  }
  console.error('Making the Python environment .venv (once)…')
  const made = await createEnvironment()
  if (!made.ok) return { ok: false, why: made.why ?? 'Python is missing' }
  const index =
    process.platform === 'linux' && (await answers(cpuWheels)) ? ['--extra-index-url', cpuWheels] : []
  const installed = await run(
    venvPython,
    ['-m', 'pip', 'install', '--quiet', '--retries', '0', '--timeout', '10', ...index, '-r', requirements],
    { seconds: 10 * minutes, env: { PIP_DISABLE_PIP_VERSION_CHECK: '1' } }
  )
  if (installed.code !== 0) {
    return {
      ok: false,
      why: `pip could not install e2e/parity/requirements.txt:\n${lastLines(installed.output)}`
    }
  }
  writeFileSync(stamp, wanted)
  return { ok: true, python: venvPython }
}
