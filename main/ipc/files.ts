import { basename, join } from 'node:path'
import { dialog } from 'electron'
import { fail, ok } from '../../shared/result'
import { strings } from '../../shared/strings/strings'
import type { UserExports } from '../storage/user-exports'
import type { UserFiles } from '../storage/user-files'
import type { AppWindow } from '../window/app-window'
import type { Handlers } from './register'

const words = strings.desktop
const filters = [
  { name: words.kind, extensions: ['blockprop'] },
  { name: words.allFiles, extensions: ['*'] }
]

interface Needs {
  readonly files: UserFiles
  readonly exports: UserExports
  /** Shows the file elsewhere, where it is open already or the window has work of its own; whether it did. */
  readonly openElsewhere: (file: string, from: AppWindow) => Promise<boolean>
}

type Names =
  | 'files.open'
  | 'files.openDropped'
  | 'files.reopen'
  | 'files.save'
  | 'files.chooseExport'
  | 'files.chooseFolder'
  | 'files.writeExport'
  | 'files.writeFolder'

/** Files that the person chooses. A page names them by tokens, and never by paths. */
export function fileHandlers({ files, exports, openElsewhere }: Needs): Handlers<Names> {
  /** The folder that the last file was in; the system's choice at first. */
  let folder: string | undefined

  const openIn = async (path: string, from: AppWindow) => {
    const file = await files.grant(path)
    if (await openElsewhere(file, from)) return ok(null)
    return files.read(file)
  }

  return {
    'files.open': async (_none, from) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(from.browser, {
        title: words.openTitle,
        filters,
        properties: ['openFile'],
        ...(folder !== undefined && { defaultPath: folder })
      })
      const [path] = filePaths
      if (canceled || path === undefined) return ok(null)
      folder = join(path, '..')
      return openIn(path, from)
    },

    'files.openDropped': async ({ path }, from) => {
      // The page can't name a path, only hand over a file that was dropped; this bounds what a broken page could ask.
      if (!/\.blockprop$/i.test(path)) return fail({ kind: 'not-allowed', message: words.noSuchFile })
      return openIn(path, from)
    },

    'files.reopen': async ({ file }) => files.read(file),

    'files.save': async ({ file, name, bytes, over }, from) => {
      if (file !== null) return files.write(file, bytes, over)
      const { canceled, filePath } = await dialog.showSaveDialog(from.browser, {
        title: words.saveTitle,
        filters: filters.slice(0, 1),
        defaultPath: folder === undefined ? name : join(folder, name),
        properties: ['createDirectory', 'showOverwriteConfirmation']
      })
      if (canceled || filePath === '') return ok(null)
      folder = join(filePath, '..')
      const path = withEnding(filePath)
      // The dialog has asked already whether what has this very name may go.
      return files.write(await files.grant(path), bytes, path === filePath ? 'anything' : 'known')
    },

    'files.chooseExport': async ({ name }, from) => {
      const { canceled, filePath } = await dialog.showSaveDialog(from.browser, {
        title: words.exportTitle,
        defaultPath: folder === undefined ? name : join(folder, name),
        properties: ['createDirectory', 'showOverwriteConfirmation']
      })
      if (canceled || filePath === '') return ok(null)
      return ok({ place: exports.grantFile(filePath), name: basename(filePath) })
    },

    'files.chooseFolder': async (_payload, from) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(from.browser, {
        title: words.folderTitle,
        buttonLabel: words.choose,
        properties: ['openDirectory', 'createDirectory'],
        ...(folder !== undefined && { defaultPath: folder })
      })
      const [path] = filePaths
      return canceled || path === undefined ? ok(null) : ok({ place: exports.grantFolder(path) })
    },

    'files.writeExport': ({ place, bytes }) => exports.writeFile(place, bytes),
    'files.writeFolder': ({ place, name, files: content }) => exports.writeFolder(place, name, content)
  }
}

/** Linux gives the name as it was typed. */
function withEnding(path: string): string {
  return /\.blockprop$/i.test(path) ? path : `${path}.blockprop`
}
