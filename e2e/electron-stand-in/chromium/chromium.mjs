/** The Chromium behind all windows. It ends with this process, however that ends: it reads from our pipe. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { present, testFlags } from '../../../scripts/browser.mjs'
import { Connection } from './connection.mjs'

const flags = [
  ...testFlags,
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--no-startup-window',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-search-engine-choice-screen',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--password-store=basic',
  '--use-mock-keychain',
  '--deny-permission-prompts',
  // A popup is told by Page.windowOpen, and not made.
  '--block-new-web-contents',
  // There is no network.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'
]

function executable() {
  const named = process.env.BLOCKPROP_CHROMIUM
  const path = named !== undefined && named !== '' ? named : present()[0]
  if (path === undefined) throw new Error('electron stand-in: no Chromium is there; set BLOCKPROP_CHROMIUM')
  return path
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/**
 * Waits for the Chromium of a process that was killed a moment ago: it holds the profile until it has ended.
 * @param {string} profile
 */
async function untilFree(profile) {
  for (let tries = 0; tries < 200; tries++) {
    /** @type {string} a link to HOST-PID */
    let owner
    try {
      owner = readlinkSync(join(profile, 'SingletonLock'))
    } catch {
      return
    }
    if (!isAlive(Number(owner.split('-').at(-1)))) return
    await sleep(25)
  }
  throw new Error(`electron stand-in: another Chromium holds ${profile}`)
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<string>} where it can be debugged */
function untilListening(child) {
  let said = ''
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', chunk => {
      said += String(chunk)
      const url = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (url === undefined) return
      child.stderr?.removeAllListeners('data').resume()
      resolve(url)
    })
    child.once('error', reject)
    child.once('exit', code => {
      reject(new Error(`electron stand-in: Chromium ended with code ${code ?? 'none'}:\n${said}`))
    })
  })
}

/**
 * Chromium that loses its parent ends without clearing up, so a shell that outlives both gives it a folder for what is
 * temporary. The folder's name is short: there is a socket in it.
 */
const tidily = `
  TMPDIR=$(mktemp -d /tmp/standin.XXXXXX) && export TMPDIR
  "$@"
  code=$?
  rm -rf "$TMPDIR"
  exit $code`

/**
 * @param {object} options
 * @param {string} options.profile where cookies, local storage and the like are kept
 * @param {boolean} options.headed
 */
export async function startChromium({ profile, headed }) {
  mkdirSync(profile, { recursive: true })
  await untilFree(profile)
  const args = [...flags, ...(headed ? [] : ['--headless=new']), `--user-data-dir=${profile}`]
  const child = spawn('/bin/sh', ['-c', tidily, 'sh', executable(), ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own, which can be killed whole.
    detached: true
  })
  const [, , , output, input] = child.stdio
  if (!output || !('write' in output) || !input || !('read' in input)) throw new Error('no pipes')
  const url = await untilListening(child)
  const connection = new Connection(output, input)
  const { product } = await connection.browser.send('Browser.getVersion')
  return {
    connection,
    url,
    /** As in `process.versions.chrome`. */
    version: product.split('/')[1] ?? '',
    /** Lets it write its profile; a Chromium that hangs is killed. */
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      connection.browser.send('Browser.close').catch(() => {})
      await Promise.race([
        gone,
        sleep(3_000, undefined, { ref: false }).then(() => process.kill(-(child.pid ?? 0), 'SIGKILL'))
      ])
      await gone
    }
  }
}
