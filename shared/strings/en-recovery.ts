export const recovery = {
  title: 'Work that was not saved',
  lead: 'It is kept as it was left. Recover it to go on with it, and to save it.',
  found: (count: number) =>
    count === 1 ? 'There is work that was not saved.' : `There are ${count} works that were not saved.`,
  edits: (count: number) => (count === 1 ? '1 edit' : `${count} edits`),
  noFile: 'in no file yet',
  recover: 'Recover',
  recoverNamed: (name: string) => `Recover ${name}`,
  discard: 'Discard',
  discardNamed: (name: string) => `Discard ${name}`,
  discarded: (name: string) => `“${name}” was discarded`,
  keepIt: 'Keep it',
  showAll: (count: number) => `Show all ${count}`,
  recovered: (name: string) => `“${name}” is back`,
  saveIt: 'It is as you left it. Save it to keep it.',
  cut: 'The last edits were damaged and are lost. All before them is here.',
  cantRecover: (name: string) => `“${name}” could not be recovered`,
  untouched: (why: string) => `${why} It is still kept.`,
  weightsLost: (why: string) => `What it had learned can’t be read: ${why}. Train it anew.`,

  kept: 'Every edit is kept for recovery.',
  keeping: 'The last edit is being kept for recovery.',
  notKept: 'Your edits are not being kept',
  notKeptAdvice: 'If the app ended now, they would be lost: save your work.',
  notWritten: (why: string) => `Edits can’t be kept for recovery: ${why}`,
  gone: 'It is not there any more: another window has taken it up or thrown it away.',
  notBegun: 'Edits can’t be kept for recovery: there is no document that they belong to.',
  outOfTurn: (received: number, expected: number) =>
    `Edits can’t be kept for recovery: number ${expected} was expected, ${received} came.`,
  noLine: 'Edits can’t be kept for recovery: what came was no line of a journal.',
  tooMuch: 'Edits can’t be kept for recovery: there are too many without a new base.',
  noStorage: 'this browser gives pages no files of their own.',
  died: (why: string) =>
    `Edits can’t be kept for recovery: what writes them has failed${why && ` (${why})`}.`,
  diskFull: 'the disk is full.',
  storageFull: 'the storage of the browser is full.',
  notAllowed: 'their folder may not be written to.'
}
