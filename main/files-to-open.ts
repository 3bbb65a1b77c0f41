import { isAbsolute, resolve } from 'node:path'

/**
 * The documents among the arguments that the app was started with. Switches, the app's own path and whatever else
 * stands there are no documents.
 * @param folder what relative paths are meant from: the folder of whoever started it
 */
export function filesToOpen(argv: readonly string[], folder: string): readonly string[] {
  return argv
    .slice(1)
    .filter(argument => !argument.startsWith('-') && /\.blockprop$/i.test(argument))
    .map(argument => (isAbsolute(argument) ? argument : resolve(folder, argument)))
}
