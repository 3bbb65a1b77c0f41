import { existsSync } from 'node:fs'
import { run } from './process.mjs'

/**
 * Installs packages of Debian and its children, where we may: as root, or by a sudo that asks for no password.
 * @param {readonly string[]} packages
 * @returns {Promise<{ ok: true } | { ok: false, why: string }>}
 */
export async function aptInstall(packages) {
  if (!existsSync('/usr/bin/apt-get')) return { ok: false, why: 'this system has no apt-get' }
  const isRoot = process.getuid?.() === 0
  if (!isRoot && (await run('sudo', ['-n', 'true'], { seconds: 5 })).code !== 0) {
    return { ok: false, why: `run "sudo apt-get install ${packages.join(' ')}" once by hand` }
  }
  /** @param {readonly string[]} args @param {number} seconds */
  const apt = (args, seconds) => {
    const all = ['apt-get', '-q', '-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=10', ...args]
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    return isRoot ? run('env', all, { seconds, env }) : run('sudo', ['-n', 'env', ...all], { seconds, env })
  }
  await apt(['update'], 90)
  const installed = await apt(['install', '-y', '--no-install-recommends', ...packages], 240)
  if (installed.code === 0) return { ok: true }
  return { ok: false, why: `apt-get install ${packages.join(' ')} failed:\n${lastLines(installed.output)}` }
}

/** @param {string} text */
export const lastLines = text => text.trim().split('\n').slice(-5).join('\n')
