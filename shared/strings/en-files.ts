export const files = {
  cantOpen: (name: string) => `${name} was not opened`,
  cantSave: (name: string) => `${name} was not saved`,
  place: (place: string) => `Where: ${place}.`,
  untouched: 'What you had open is as it was.',
  unreadable: (why: string) => `The browser could not read it: ${why}`,
  gone: 'It is no longer where it was: moved, renamed or deleted. Open it from where it is now.',
  notAllowed: 'The browser was not allowed to read it. Choose it again, and allow it when you are asked.',
  forget: 'Remove from the list',
  saved: 'Saved',
  unsaved: 'Not saved yet',
  saveInstead: 'Your work is still here. Try “Save as…” and another place.',
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
