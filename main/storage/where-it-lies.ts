import { basename, dirname, join, resolve } from 'node:path'
import type { FileSystem } from './file-system'
import { systemError, whereThereIs } from './system-error'

/** As many as Linux follows. */
const mostLinks = 40

/**
 * Where the file of this path really lies, behind all links, or would lie if it is not there yet: a link that leads to
 * nothing says where. Fails with ENOENT where its folder is missing.
 */
export async function whereItLies(fs: FileSystem, path: string): Promise<string> {
  let place = resolve(path)
  for (let followed = 0; followed < mostLinks; followed += 1) {
    const real = await whereThereIs(fs.realpath(place))
    if (real !== null) return real
    const folder = await fs.realpath(dirname(place))
    place = join(folder, basename(place))
    const found = await whereThereIs(fs.lstat(place))
    if (found?.kind !== 'link') return place
    place = resolve(folder, await fs.readlink(place))
  }
  throw systemError('ELOOP')
}
