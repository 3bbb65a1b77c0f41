/** Files that a test drops on a page have no path; it says here which one `webUtils.getPathForFile` is to give. */

/** By the file's name. @type {Map<string, string>} */
const paths = new Map()

/** @type {Set<(paths: Map<string, string>) => void>} */
const watchers = new Set()

export const filePaths = {
  paths,
  watchers,
  /** @param {string} name @param {string} path */
  set(name, path) {
    paths.set(name, path)
    for (const watch of watchers) watch(paths)
  }
}
