import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { at } from '../../scripts/paths.mjs'

/** What electron-builder has made for the system that runs the tests. */
export interface Packed {
  readonly executable: string
  readonly resources: string
  readonly asar: string
}

/** Where each system has the program and the resources, below out/package. */
const places = [
  { program: 'blockprop', resources: 'resources' },
  { program: 'Blockprop.exe', resources: 'resources' },
  { program: 'Blockprop.app/Contents/MacOS/Blockprop', resources: 'Blockprop.app/Contents/Resources' }
]

export function findPacked(): Packed {
  const folder = at('out', 'package')
  // A release holds a folder for each processor: ours comes first.
  const isOurs = (name: string) => Number(name.includes(process.arch))
  const names = existsSync(folder) ? readdirSync(folder).sort((a, b) => isOurs(b) - isOurs(a)) : []
  for (const name of names) {
    for (const { program, resources } of places) {
      const executable = join(folder, name, program)
      if (!existsSync(executable)) continue
      const inside = join(folder, name, resources)
      return { executable, resources: inside, asar: join(inside, 'app.asar') }
    }
  }
  throw new Error('Nothing is packed in out/package: run "npm run package" first.')
}

/** Whether the program is a script in Electron's place, as where Electron could not be had. */
export const isPlaceholder = (start: Buffer): boolean => start.toString('latin1', 0, 2) === '#!'
