import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDisks } from '../disks'
import { nodeFileSystem, type FileSystem } from '../file-system'
import { pieceBytes } from '../open-file'
import { openRecentFiles } from '../recent-files'
import { openSettings } from '../settings-file'
import { createUserFiles } from '../user-files'
import { writeAtomically } from '../write-atomically'
import { writeFolder } from '../write-folder'
import type { Scenario } from './inject-everywhere'
import { createManualClock } from './manual-clock'

/** What was there, and what is to be there. */
export const [old, next] = [
  Buffer.from('the old one, whole'),
  Buffer.from('the new one, which is longer, whole')
]
const large = Buffer.alloc(pieceBytes + 100, 'large ')

/** The state of one file that holds one content or the other. */
function lookAt(path: string, before: Buffer | null, after: Buffer): ReturnType<Scenario['look']> {
  const found = contentOf(path)
  if (found === null) return before === null ? 'old' : { broken: 'the file is gone' }
  if (found.equals(after)) return 'new'
  if (before !== null && found.equals(before)) return 'old'
  return { broken: `the file has ${found.length} bytes that are neither the old nor the new ones` }
}

function contentOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

export function writing(name: string, before: Buffer | null, after: Buffer): Scenario {
  return {
    name,
    prepare: folder => {
      if (before !== null) writeFileSync(join(folder, 'a.blockprop'), before)
    },
    start: (fs, folder) => async () => (await writeAtomically(fs, join(folder, 'a.blockprop'), after)).ok,
    look: folder => lookAt(join(folder, 'a.blockprop'), before, after),
    mayBeThere: found => found === 'a.blockprop'
  }
}

const throughALink: Scenario = {
  name: 'a file behind a link',
  prepare: folder => {
    mkdirSync(join(folder, 'elsewhere'))
    writeFileSync(join(folder, 'elsewhere', 'real'), old)
    symlinkSync(join('elsewhere', 'real'), join(folder, 'link'))
  },
  start: (fs, folder) => async () => (await writeAtomically(fs, join(folder, 'link'), next)).ok,
  look: folder => {
    const left = readdirSync(join(folder, 'elsewhere')).filter(found => found !== 'real')
    // A leftover of a process that was ended is told by the retry, which must have swept it.
    return left.length > 1
      ? { broken: `${left.join(', ')} is left` }
      : lookAt(join(folder, 'link'), old, next)
  },
  mayBeThere: found => found === 'link' || found === 'elsewhere'
}

const saving: Scenario = {
  name: 'a document that was opened, changed and saved',
  prepare: folder => writeFileSync(join(folder, 'a.blockprop'), old),
  start: (fs, folder) => {
    const files = createUserFiles({ disks: disksOf(fs) })
    let isRead = false
    return async () => {
      const token = await files.grant(join(folder, 'a.blockprop'))
      isRead ||= (await files.read(token)).ok
      return isRead && (await files.write(token, next, 'known')).ok
    }
  },
  look: folder => lookAt(join(folder, 'a.blockprop'), old, next),
  mayBeThere: found => found === 'a.blockprop'
}

const exporting: Scenario = {
  name: 'a folder that is exported',
  prepare: () => undefined,
  start: (fs, folder) => async () =>
    (await writeFolder(fs, createManualClock(), folder, 'network', exported)).ok,
  look: folder => {
    const made = readdirSync(folder).filter(found => found.startsWith('network'))
    const isWhole = (name: string) =>
      exported.every(file => contentOf(join(folder, name, file.name))?.equals(file.bytes) === true)
    if (!made.every(isWhole)) return { broken: 'a folder lacks something' }
    return made.length === 0 ? 'old' : 'new'
  },
  mayBeThere: found => /^network(-\d)?$/.test(found)
}
const exported = [
  { name: 'model.py', bytes: next },
  { name: 'weights.safetensors', bytes: old }
]

const light = JSON.stringify({ version: 1, values: { theme: 'light', units: 'binary' } })

/** What was there is never lost: it is in use, or put aside as it was. */
function settings(name: string, before: string): Scenario {
  let times = 0
  const open = (fs: FileSystem, folder: string) =>
    openSettings({ disks: disksOf(fs), path: join(folder, 'settings.json'), onTrouble: () => undefined })
  return {
    name,
    prepare: folder => writeFileSync(join(folder, 'settings.json'), before),
    start: (fs, folder) => {
      const opened = open(fs, folder)
      return async () => {
        opened.write('theme', 'dark')
        // Another each time, so that there is something to write.
        times += 1
        opened.write('layout', String(times))
        return (await opened.flush()).ok
      }
    },
    look: folder => {
      const { theme, units } = open(nodeFileSystem, folder).values()
      const isKept = hasCopy(folder, before)
      if (theme === 'dark' && (isKept || units === 'binary')) return 'new'
      return isKept ? 'old' : { broken: `the settings are lost: ${readdirSync(folder).join(', ')}` }
    },
    mayBeThere: found => /^settings\.json(\.(damaged|version-9)-\w+)?$/.test(found)
  }
}

function recent(): Scenario {
  const before = JSON.stringify({ version: 1, entries: [{ path: '/a', real: '/a', time: 1, picture: 'a' }] })
  const open = (fs: FileSystem, folder: string) => {
    const disks = disksOf(fs)
    const files = createUserFiles({ disks })
    const list = openRecentFiles({
      disks,
      files,
      path: join(folder, 'recent.json'),
      home: '/home/ada',
      onTrouble: () => undefined
    })
    return { files, list }
  }
  return {
    name: 'the list of recent files',
    prepare: folder => writeFileSync(join(folder, 'recent.json'), before),
    start: (fs, folder) => {
      const { files, list } = open(fs, folder)
      return async () => {
        list.note(await files.grant('/b'), 'b')
        return (await list.flush()).ok
      }
    },
    look: folder => {
      const names = open(nodeFileSystem, folder)
        .list.list()
        .map(({ name }) => name)
        .join(' ')
      const isKept = hasCopy(folder, before)
      if (names === 'b a' || (names === 'b' && isKept)) return 'new'
      return isKept ? 'old' : { broken: `the list is ${names}` }
    },
    mayBeThere: found => /^recent\.json(\.damaged-\w+)?$/.test(found)
  }
}

function disksOf(fs: FileSystem) {
  return createDisks({ fs, clock: createManualClock() })
}

function hasCopy(folder: string, content: string): boolean {
  return readdirSync(folder).some(name => contentOf(join(folder, name))?.toString() === content)
}

export const scenarios: readonly Scenario[] = [
  writing('a file in place of another', old, next),
  writing('a file where none was', null, next),
  writing('a file of several pieces', old, large),
  throughALink,
  saving,
  exporting,
  settings('settings', light),
  settings('settings that were damaged', '{"version": 1, "val'),
  settings('settings of a newer version', light.replace('1', '9')),
  recent()
]
