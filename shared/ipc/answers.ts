import type { CommandId } from '../commands/commands'
import type { FileTrouble } from '../files/trouble'
import type { AbandonedWork, KeptWork } from '../journal/kept'
import type { Result } from '../result'
import type { EventName, RequestName } from './names'

/** A file that was read; `file` is a token by which main knows its path. */
export interface ReadFile {
  readonly file: string
  readonly name: string
  readonly bytes: Uint8Array
}

export interface WrittenFile {
  readonly file: string
  readonly name: string
}

export interface RecentEntry {
  readonly id: string
  readonly file: string
  readonly name: string
  /** The folder, as the person would name it: `~/networks`. */
  readonly folder: string
  /** Milliseconds since 1970. */
  readonly time: number
  readonly picture: string
}

/** What a new window begins with. */
export interface Beginning {
  readonly settings: Readonly<Record<string, string>>
  /** Told once: the settings were damaged, and what was done. */
  readonly settingsNote: string | null
  readonly platform: 'linux' | 'mac' | 'windows'
  readonly version: string
  /** A file that this window was opened for. */
  readonly open: Result<ReadFile, FileTrouble> | null
  /** Work that this window is to take up: it was chosen in another window, or the page has crashed. */
  readonly recover: string | null
  /** What was chosen in the menu while there was no window. */
  readonly command: CommandId | null
}

/** What each request is answered. */
export interface Answers {
  'window.begin': Beginning
  'window.show': null
  'window.new': null
  'window.closing': null
  'window.restart': null
  /** `null`: the person has changed their mind. */
  'files.open': Result<ReadFile | null, FileTrouble>
  'files.openDropped': Result<ReadFile | null, FileTrouble>
  'files.reopen': Result<ReadFile, FileTrouble>
  'files.save': Result<WrittenFile | null, FileTrouble>
  'files.chooseExport': Result<{ readonly place: string; readonly name: string } | null, FileTrouble>
  'files.chooseFolder': Result<{ readonly place: string } | null, FileTrouble>
  'files.writeExport': Result<{ readonly name: string }, FileTrouble>
  'files.writeFolder': Result<{ readonly name: string }, FileTrouble>
  'recent.list': readonly RecentEntry[]
  'recent.note': null
  'recent.forget': null
  'recent.clear': null
  'journal.begin': Result<null, string>
  /** The sequence number that is on the disk now. */
  'journal.append': Result<number, string>
  'journal.end': null
  /** The id under which it is abandoned work now; `null` where there was nothing in it. */
  'journal.leave': string | null
  'journal.abandoned': readonly AbandonedWork[]
  'journal.take': Result<KeptWork, string>
  'journal.discard': null
  'settings.write': null
  'app.openLink': boolean
  'app.copyText': boolean
  'app.copyPicture': boolean
  /** Versions and the latest lines of the log, without paths or data of the person. */
  'app.details': string
  'app.report': null
  /** The whole app, so that a choice of the graphics card takes effect. */
  'app.restart': null
  'app.checkForUpdates': null
}

/** What each event carries. */
export interface Events {
  command: CommandId
  /** A file that this window is to show in place of what it shows. */
  open: Result<ReadFile, FileTrouble>
  'save-and-close': null
  setting: { readonly key: string; readonly value: string }
  /** The list of recent files has changed. */
  recent: null
}

type Covers<Names extends string, Of extends Record<Names, unknown>> = keyof Of extends Names ? Of : never
/** The compiler names a request without an answer, and an answer without a request. */
export type AnswerOf<Name extends RequestName> = Covers<RequestName, Answers>[Name]
export type EventOf<Name extends EventName> = Covers<EventName, Events>[Name]
