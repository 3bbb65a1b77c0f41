import type { Dialog } from 'electron'
import { strings } from '../../shared/strings/strings'
import type { Ask, UpdateNote } from './updates'

const words = strings.updates

/** Tells and asks by the system's message boxes, which belong to no window. */
export function askByDialog(dialog: Pick<Dialog, 'showMessageBox'>): Ask {
  return {
    tell: note => {
      void dialog.showMessageBox({ type: note.kind === 'failed' ? 'warning' : 'info', ...wordsOf(note) })
    },
    restart: async (version, installsOnQuit) => {
      const { response } = await dialog.showMessageBox({
        type: 'info',
        message: words.ready(version),
        detail: installsOnQuit ? words.readyOnQuit : words.readyAskAgain,
        buttons: [words.restart, words.later],
        defaultId: 1,
        cancelId: 1
      })
      return response === 0 ? 'now' : 'later'
    }
  }
}

function wordsOf(note: UpdateNote): { readonly message: string; readonly detail?: string } {
  switch (note.kind) {
    case 'newest':
      return { message: words.newest(note.version) }
    case 'downloading':
      return { message: words.downloading(note.version), detail: words.downloadingHint }
    case 'after-training':
      return { message: words.afterTraining(note.version), detail: words.afterTrainingHint }
    case 'unavailable':
      return { message: words.unavailable, detail: words.unavailableHint }
    case 'failed':
      return { message: words.failed, detail: note.why }
  }
}
