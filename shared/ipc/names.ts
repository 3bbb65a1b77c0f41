/**
 * What the window may ask of the main process. The preload lets these through and nothing else; it is loaded before
 * every page, so this file is names alone.
 */
export const REQUESTS = [
  'window.begin',
  'window.show',
  'window.new',
  'window.closing',
  'window.restart',
  'files.open',
  'files.openDropped',
  'files.reopen',
  'files.save',
  'files.chooseExport',
  'files.chooseFolder',
  'files.writeExport',
  'files.writeFolder',
  'recent.list',
  'recent.note',
  'recent.forget',
  'recent.clear',
  'journal.begin',
  'journal.append',
  'journal.end',
  'journal.leave',
  'journal.abandoned',
  'journal.take',
  'journal.discard',
  'settings.write',
  'app.openLink',
  'app.copyText',
  'app.copyPicture',
  'app.details',
  'app.report',
  'app.restart',
  'app.checkForUpdates'
] as const
export type RequestName = (typeof REQUESTS)[number]

/** What the main process tells a window. */
export const EVENTS = ['command', 'open', 'save-and-close', 'setting', 'recent'] as const
export type EventName = (typeof EVENTS)[number]
