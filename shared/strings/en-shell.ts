export const app = {
  name: 'Blockprop',
  untitled: 'Untitled',
  edited: 'edited',
  undoNamed: (what: string) => `Undo ${what}`,
  redoNamed: (what: string) => `Redo ${what}`,
  themes: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
  dismiss: 'Dismiss',
  toolbar: 'Toolbar',
  dock: 'Train, data, code, try and runs',
  panels: { palette: 'Blocks', inspector: 'Inspector', dock: 'Dock' },
  resize: (panel: string) => `Size of ${panel}`,
  skip: 'Go to the canvas',
  show: (tab: string) => `Show ${tab}`
}

export const status = {
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

export const crash = {
  title: 'The window could not be drawn',
  text: 'This is a mistake of Blockprop, not yours. Your network is still here: save it, then try again.',
  save: 'Save the network',
  again: 'Try again'
}
