import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {object} WebFiles each by its path below the folder, with slashes, and its checksum as browsers write it
 * @property {string} version another one for every change in the shell
 * @property {Record<string, string>} shell what the app needs to start and to work
 * @property {Record<string, string>} later datasets, kept once somebody has looked at them
 */

/** What is for the host that serves the folder, and the worker that keeps the rest. */
const notKept = ['_headers', 'service-worker.js']

/** @param {Buffer | string} content @param {import('node:crypto').BinaryToTextEncoding} encoding */
const sha256 = (content, encoding) => createHash('sha256').update(content).digest(encoding)

/**
 * Lists the files of the built web edition for its service worker.
 * @param {string} folder
 * @returns {WebFiles}
 */
export function listWebFiles(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/')
    )
    .filter(path => !notKept.includes(path))
    .sort()
  /** @param {(path: string) => boolean} isWanted */
  const withChecksums = isWanted =>
    Object.fromEntries(
      paths
        .filter(isWanted)
        .map(path => [path, `sha256-${sha256(readFileSync(join(folder, path)), 'base64')}`])
    )
  const isLater = (/** @type {string} */ path) => path.endsWith('.gz')
  const shell = withChecksums(path => !isLater(path))
  return {
    version: sha256(JSON.stringify(shell), 'hex').slice(0, 16),
    shell,
    later: withChecksums(isLater)
  }
}
