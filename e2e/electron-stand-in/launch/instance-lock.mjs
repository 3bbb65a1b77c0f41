/**
 * One instance for each profile. The lock is a listening socket, so that a killed owner leaves nothing behind: on Linux
 * an abstract one, elsewhere a file that is taken over when nobody answers.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a second instance tells the first: its arguments, its folder, and data of its own. */
/** @typedef {[argv: string[], workingDirectory: string, additionalData: unknown]} Greeting */

/** @param {string} profile */
function addressOf(profile) {
  const name = `blockprop-standin-${createHash('sha256').update(profile).digest('hex').slice(0, 16)}`
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`)
}

/** Electron answers at once, so the message is sent by a process that is waited for. */
const sender = `
  const [address, greeting] = JSON.parse(process.argv[1])
  require('node:net').connect(address, function () { this.end(greeting) }).on('error', () => process.exit(1))`

/** @param {string} address @param {Greeting} greeting @returns whether an owner took it */
function greet(address, greeting) {
  const message = JSON.stringify([address, JSON.stringify(greeting)])
  return spawnSync(process.execPath, ['-e', sender, message]).status === 0
}

/** @param {string} address @param {(greeting: Greeting) => void} onGreeting */
function listen(address, onGreeting) {
  const server = createServer(socket => {
    /** @type {Buffer[]} */
    const parts = []
    socket.on('data', part => parts.push(part))
    socket.on('end', () => onGreeting(JSON.parse(Buffer.concat(parts).toString('utf8'))))
  })
  server.on('error', () => {})
  server.listen(address).unref()
  return server.listening ? server : undefined
}

/**
 * @param {string} profile @param {Greeting} greeting handed to the owner, if there is one
 * @param {(greeting: Greeting) => void} onGreeting
 * @returns the lock; undefined where another process holds it
 */
export function takeLock(profile, greeting, onGreeting) {
  const address = addressOf(profile)
  const first = listen(address, onGreeting)
  if (first) return first
  if (greet(address, greeting)) return undefined
  if (!address.startsWith('\0')) rmSync(address, { force: true })
  return listen(address, onGreeting)
}
