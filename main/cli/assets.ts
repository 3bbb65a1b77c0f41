import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { assetsIn } from '../../shared/datasets/node-read-asset'

// The bundle lies in out/cli, whatever folder this source file is in.
const root = join(import.meta.dirname, '..', '..')

/** The datasets that come with the program. */
export const readAsset = assetsIn(pathToFileURL(join(root, 'assets', 'datasets') + sep))

/** Where tfjs keeps its WebAssembly. */
export function wasmFolder(): string {
  const module = createRequire(join(root, 'package.json')).resolve('@tensorflow/tfjs-backend-wasm')
  return dirname(module) + sep
}
