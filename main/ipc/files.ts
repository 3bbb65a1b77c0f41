import { basename, join } from 'node:path'
import { dialog } from 'electron'
import { fail, ok } from '../../shared/result'
import { strings } from '../../shared/strings/strings'
import type { Opening } from '../opening'
import type { UserExports } from '../storage/user-exports'
import type { UserFiles } from '../storage/user-files'
import type { AppWindow } from '../window/app-window'
import type { Handlers } from './register'

const words = strings.desktop
const openElsewhere = { kind: 'changed', message: strings.disk.write.openElsewhere } as const
const takenElsewhere = { kind: 'other', message: strings.disk.write.takenElsewhere } as const
const filters = [
  { name: words.kind, extensions: ['blockprop'] },
  { name: words.allFiles, extensions: ['*'] }
]

interface Needs {
  readonly files: UserFiles
  readonly exports: UserExports
  readonly opening: Pick<Opening, 'readFor' | 'isShownElsewhere'>
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
export function fileHandlers({ files, exports, opening }: Needs): Handlers<Names> {
  /** The folder that the last file was in; the system's choice at first. */
  let folder: string | undefined

  const openIn = async (path: string, from: AppWindow) => opening.readFor(from, await files.grant(path))

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
      if (file !== null) {
        const mayWrite = over === 'anything' || !opening.isShownElsewhere(from, file)
        return mayWrite ? files.write(file, bytes, over) : fail(openElsewhere)
      }
      const { canceled, filePath } = await dialog.showSaveDialog(from.browser, {
        title: words.saveTitle,
        filters: filters.slice(0, 1),
        defaultPath: folder === undefined ? name : join(folder, name),
        properties: ['createDirectory', 'showOverwriteConfirmation']
      })
      if (canceled || filePath === '') return ok(null)
      folder = join(filePath, '..')
      const path = withEnding(filePath)
      const chosen = await files.grant(path)
      if (opening.isShownElsewhere(from, chosen)) return fail(takenElsewhere)
      // The dialog has asked already whether what has this very name may go.
      if (path === filePath) return files.write(chosen, bytes, 'anything')
      const written = await files.write(chosen, bytes, 'known')
      if (written.ok || written.error.kind !== 'changed') return written
      return (await mayReplace(from, basename(path))) ? files.write(chosen, bytes, 'anything') : ok(null)
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

/** Asks as the system's dialog does: that has seen the name without its ending. */
async function mayReplace({ browser }: AppWindow, name: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(browser, {
    type: 'warning',
    message: words.replace(name),
    detail: words.replaceDetail,
    buttons: [words.replaceIt, words.keepIt],
    defaultId: 1,
    cancelId: 1,
    noLink: true
  })
  return response === 0
}

/** Linux gives the name as it was typed. */
function withEnding(path: string): string {
  return /\.blockprop$/i.test(path) ? path : `${path}.blockprop`
}
