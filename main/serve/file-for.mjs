import { resolve, sep } from 'node:path'

/**
 * The file that a request's path names, or undefined where it leaves the folder, names a hidden file or can't be read.
 * @param {string} folder
 * @param {string} path as it stands in the request
 */
export function fileFor(folder, path) {
  let decoded
  try {
    decoded = decodeURIComponent(path.split(/[?#]/, 1)[0] ?? '')
  } catch {
    return undefined
  }
  if (!decoded.startsWith('/') || /[\0\\:]|\/\./.test(decoded)) return undefined
  const file = resolve(folder, `.${decoded.endsWith('/') ? `${decoded}index.html` : decoded}`)
  return file.startsWith(resolve(folder) + sep) ? file : undefined
}
