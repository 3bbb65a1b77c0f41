import { canvas, inspector, palette, problems } from './en-editor'
import { code, training, trying } from './en-dock'

const commands = {
  goHome: 'Start screen',
  newDocument: 'New network',
  openDocument: 'Open…',
  saveDocument: 'Save',
  saveDocumentAs: 'Save as…',
  undo: 'Undo',
  redo: 'Redo',
  deleteSelection: 'Delete',
  selectAll: 'Select all',
  deselect: 'Select nothing',
  findBlock: 'Add',
  tidyUp: 'Tidy up',
  train: 'Train',
  pauseTraining: 'Pause',
  resumeTraining: 'Resume',
  stopTraining: 'Stop',
  showTrain: 'Train',
  showCode: 'Code',
  showTry: 'Try',
  nextTheme: 'Theme'
}

const app = {
  name: 'Blockprop',
  untitled: 'Untitled',
  edited: 'edited',
  undoNamed: (what: string) => `Undo ${what}`,
  redoNamed: (what: string) => `Redo ${what}`,
  themes: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
  dismiss: 'Dismiss',
  toolbar: 'Toolbar',
  dock: 'Train, code and try'
}

const home = {
  title: 'What shall it learn?',
  lead: 'Build a neural network out of blocks, train it here on your machine, take the code with you.',
  examples: 'Begin with an example',
  blank: 'Empty canvas',
  blankSummary: 'Put the blocks together yourself.',
  open: 'Open a file',
  openSummary: 'A .blockprop file from this machine.',
  back: (name: string) => `Back to ${name}`
}

const files = {
  cantOpen: (name: string) => `${name} was not opened`,
  cantSave: (name: string) => `${name} was not saved`,
  place: (place: string) => `Where: ${place}.`,
  untouched: 'What you had open is as it was.',
  unreadable: (why: string) => `The browser could not read it: ${why}`,
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

const status = {
  label: 'Status',
  parameters: 'parameters',
  perSample: 'a sample',
  ready: 'Ready',
  problems: (count: number) => (count === 1 ? '1 problem' : `${count} problems`),
  running: 'Training',
  paused: 'Paused',
  finished: 'Trained',
  failed: 'Training failed',
  unusable: 'Trained, but not loaded'
}

const crash = {
  title: 'The window could not be drawn',
  text: 'This is a mistake of Blockprop, not yours. Your network is still here: save it, then try again.',
  save: 'Save the network',
  again: 'Try again'
}

export const en = {
  crash,
  app,
  commands,
  home,
  files,
  status,
  canvas,
  palette,
  inspector,
  problems,
  training,
  code,
  trying
}
