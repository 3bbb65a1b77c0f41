/**
 * @typedef {object} Feed what a file such as latest-linux.yml says
 * @property {string} version
 * @property {readonly { readonly url: string, readonly sha512: string }[]} files
 * @property {string} [signature] of `feedText`, by Ed25519, in base64
 */

/**
 * Whether it is a feed whose files can be told from others by their checksums.
 * @param {unknown} value
 * @returns {value is Feed}
 */
export function isFeed(value) {
  if (typeof value !== 'object' || value === null) return false
  const { version, files, signature } = /** @type {Record<string, unknown>} */ (value)
  const isFile = (/** @type {unknown} */ file) =>
    typeof file === 'object' &&
    file !== null &&
    isLine(/** @type {Record<string, unknown>} */ (file).url) &&
    isLine(/** @type {Record<string, unknown>} */ (file).sha512)
  return (
    isLine(version) &&
    Array.isArray(files) &&
    files.length > 0 &&
    files.every(isFile) &&
    (signature === undefined || typeof signature === 'string')
  )
}

/** @param {unknown} value @returns {value is string} */
const isLine = value => typeof value === 'string' && /^\S[^\r\n\t]*$/.test(value)

/**
 * What is signed of a feed: the version, and each file by its checksum. The same files under another version are
 * another text, so that an old one can't be passed off as new.
 * @param {Feed} feed
 */
export function feedText({ version, files }) {
  const lines = files.map(({ url, sha512 }) => `${url}\t${sha512}`)
  return ['blockprop feed 1', version, ...lines, ''].join('\n')
}
