/**
 * `dialog`: nobody is there to answer. A test puts its own functions in the place of these, in the real Electron too;
 * a dialog that none expected throws, and is recorded.
 */
import { record } from '../record.mjs'
import { strict } from '../strict.mjs'

/** @param {string} method */
const unanswered =
  method =>
  /** @param {unknown[]} args a window, or none, then the options @returns {never} */
  (...args) => {
    const options = args.at(-1)
    record.unexpectedDialogs.push({ method, options })
    throw new Error(`electron stand-in: nobody answers dialog.${method}: ${JSON.stringify(options)}`)
  }

export const dialog = strict('dialog', {
  showOpenDialog: unanswered('showOpenDialog'),
  showSaveDialog: unanswered('showSaveDialog'),
  showMessageBox: unanswered('showMessageBox'),
  showOpenDialogSync: unanswered('showOpenDialogSync'),
  showSaveDialogSync: unanswered('showSaveDialogSync'),
  showMessageBoxSync: unanswered('showMessageBoxSync'),
  showErrorBox: unanswered('showErrorBox'),
  showCertificateTrustDialog: unanswered('showCertificateTrustDialog')
})
