import { isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The documents among the arguments that the app was started with, by path or by `file:` address, as some desktops
 * write them. Switches, the app's own path and whatever else stands there are no documents.
 * @param folder what relative paths are meant from: the folder of whoever started it
 */
export function filesToOpen(argv: readonly string[], folder: string): readonly string[] {
  return argv
    .slice(1)
    .filter(argument => !argument.startsWith('-'))
    .map(pathOf)
    .filter(path => /\.blockprop$/i.test(path))
    .map(path => (isAbsolute(path) ? path : resolve(folder, path)))
}

/** An address that names no file of this computer stays as it is, and is found nowhere. */
function pathOf(argument: string): string {
  if (!/^file:\/\//i.test(argument)) return argument
  try {
    return fileURLToPath(argument)
  } catch {
    return argument
  }
}
