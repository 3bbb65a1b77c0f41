/** What is asked before a window goes. */
export const closing = {
  unsaved: (name: string) => `Save the changes to “${name}”?`,
  unsavedDetail: 'If you don’t save, they are lost.',
  unsavedWhileTraining: 'If you don’t save, they are lost. A training is going on: closing ends it.',
  save: 'Save',
  discard: 'Don’t save',
  stay: 'Cancel',
  training: (name: string) => `“${name}” is being trained`,
  trainingDetail: 'Closing the window ends the training, and what was learned is lost.',
  stopAndClose: 'Stop and close'
}

export const menus = {
  app: 'Blockprop',
  file: 'File',
  edit: 'Edit',
  canvas: 'Network',
  training: 'Training',
  view: 'View',
  window: 'Window',
  help: 'Help',
  openRecent: 'Open recent',
  clearRecent: 'Clear the list',
  noRecent: 'Nothing yet',
  export: 'Export',
  panels: 'Panels',
  theme: 'Theme',
  checkForUpdates: 'Check for updates…',
  showLogs: 'Show logs',
  copyDetails: 'Copy details for a report',
  quit: 'Quit Blockprop',
  closeWindow: 'Close window'
}

export const desktop = {
  mainFault: 'Something went wrong in Blockprop',
  mainFaultDetail:
    'Your work is kept. Save it, then start Blockprop again. What happened stands in the log: Help, Show logs.',
  openTitle: 'Open a network',
  saveTitle: 'Save the network',
  exportTitle: 'Export',
  folderTitle: 'Choose a folder: a new one is made in it',
  choose: 'Choose',
  replace: (name: string) => `There is a file “${name}” already. Replace it?`,
  replaceDetail: 'What is in it now is lost.',
  replaceIt: 'Replace',
  keepIt: 'Cancel',
  kind: 'Blockprop networks',
  allFiles: 'All files',
  noSuchFile:
    'A file that is to be opened is a network that was saved by Blockprop: its name ends in .blockprop.'
}
