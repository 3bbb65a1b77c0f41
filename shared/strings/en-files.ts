export const files = {
  cantOpen: (name: string) => `${name} was not opened`,
  cantSave: (name: string) => `${name} was not saved`,
  place: (place: string) => `Where: ${place}.`,
  untouched: 'What you had open is as it was.',
  browserSays: (why: string) => `The browser says: ${why}`,
  tooLarge: (size: number, most: number) =>
    `It is too large: ${size.toLocaleString('en')} bytes, and at most ${most.toLocaleString('en')} are read.`,
  changed: 'Another program, or another window, has written it since you opened it.',
  overwrite: 'Overwrite it',
  reload: 'Show what is there now',
  saveAs: 'Save as…',
  saveAgain: 'Try again',
  settingsDamaged: 'Your settings were damaged',
  gone: 'It is no longer where it was: moved, renamed or deleted. Open it from where it is now.',
  notAllowed: 'The browser was not allowed to read it. Choose it again, and allow it when you are asked.',
  forget: 'Remove from the list',
  saved: 'Saved',
  unsaved: 'Not saved yet',
  stillHere: 'Your work is still here.',
  putAside: (name: string) => `“${name}” was put aside`,
  putAsideHint: 'It has changes that are saved nowhere yet.',
  goBack: 'Go back to it',
  kind: 'Blockprop network',
  cantReadWeights: (name: string) => `The trained weights in ${name} could not be read`,
  untrained: (why: string) => `The network itself is whole: train it anew. What is wrong: ${why}.`,
  savedUntrained: (name: string) => `${name} was saved without the trained weights`,
  changedSince:
    'The network has changed since it was trained. Undo the change and save again, or train it anew.'
}

/** Why a file could not be read or written, under “NAME was not opened” or “NAME was not saved”. */
export const disk = {
  notChosen: 'It was not chosen here. Choose it in the dialog.',
  hanging: 'Its disk or network does not answer. Look whether it is connected, then try again.',
  folder: 'It is a folder, and a file is needed.',
  noFile: 'It is no ordinary file but a device, a pipe or the like.',
  links: 'It is a link that leads to nothing but links. Choose the file itself.',
  inUse: 'Another program is using it. Close it there, then try again.',
  tooManyOpen: 'The system has too many files open. Close some programs, then try again.',
  said: (words: string, code: string) =>
    `The system says: ${words} (${code}). Try again, or choose another place.`,
  read: {
    gone: files.gone,
    notAllowed: 'You may not read it. Its permissions say who may, and its owner can change them.',
    tooLarge: (size: string, most: string) =>
      `It has ${size}, and at most ${most} are read. Is it the right file?`,
    unsettled: 'Another program is writing it just now. Try again when that is done.'
  },
  write: {
    gone: 'It was moved, renamed or deleted since it was last opened or saved here. Save it there anew, or choose another place.',
    folderGone:
      'Its folder is not there: moved, renamed, deleted, or on a disk that is not connected. Bring it back and try again, or choose another place.',
    changed:
      'What is there is not what was last opened or saved here: another program has written it. Open it to see what is new, save over it, or choose another place.',
    openElsewhere:
      'It is open in another window too, which would go on with what it had. Close it there, save over it, or choose another place.',
    takenElsewhere: 'It is open in another window. Close it there first, or choose another place.',
    readOnly:
      'It, or its folder, may only be read. Choose another place, or change its permissions and try again.',
    full: 'The disk is full. Make room and try again, or choose another place.',
    tooLarge: (size: string, most: string) => `It would have ${size}, and a file has at most ${most}.`,
    tooLargeHere: 'It is larger than this disk or this account allows. Choose another place.',
    nameTooLong: 'Its name is too long for this disk. Choose a shorter one.',
    nameRefused: (name: string) => `“${name}” can't be the name of a file everywhere. Choose another.`,
    nameTwice: (name: string) => `Two files of this folder would have one name: “${name}”.`,
    namesTaken: (name: string) => `There are many folders named “${name}” already. Choose another place.`
  }
}

/** Files that the app keeps for itself. */
export const ownFiles = {
  damagedSettings: (kept: string) =>
    `Your settings could not be read, so all are as they were at first. When you change one, what was there is kept as ${kept}.`,
  newerSettings: (kept: string) =>
    `Your settings were written by a newer version of Blockprop. What this one knows of them is in use. When you change one, they are kept as ${kept}.`,
  invalidSettings: (keys: readonly string[]) =>
    `These settings had values that make no sense, and are as they were at first: ${keys.join(', ')}.`
}
