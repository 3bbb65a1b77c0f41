import { homedir, hostname, userInfo } from 'node:os'
import { basename } from 'node:path'
import { redact } from '../shared/details/redact'

/** What this computer is called would be in half of all texts. */
const commonplace = new Set(['localhost', 'local'])

/**
 * A text of this computer without its paths, file names, addresses and long quotations, nor the names of the person
 * and of the computer. Of the app's own code, which lies in `app`, lines are told.
 */
export function redactHere(text: string, app: string): string {
  return redact(text, { app, words: [userName(), basename(homedir()), ...hostNames()] })
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    // A user whom the system does not know, as in a container.
    return ''
  }
}

/** `annas-laptop.local` is known as `annas-laptop` too. */
function hostNames(): readonly string[] {
  const name = hostname()
  return [name, name.split('.')[0] ?? ''].filter(part => !commonplace.has(part.toLowerCase()))
}
