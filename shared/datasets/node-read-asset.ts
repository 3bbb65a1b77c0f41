import { readFile } from 'node:fs/promises'
import type { ReadAsset } from './dataset'

/** Reads from a folder, usually assets/datasets. */
export function assetsIn(folder: URL): ReadAsset {
  return asset => readFile(new URL(asset, folder))
}
