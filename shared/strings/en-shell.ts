export const app = {
  name: 'Blockprop',
  untitled: 'Untitled',
  edited: 'edited',
  undoNamed: (what: string) => `Undo ${what}`,
  redoNamed: (what: string) => `Redo ${what}`,
  themes: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
  dismiss: 'Dismiss',
  toolbar: 'Toolbar',
  export: 'Export',
  dock: 'Train, data, code, try and runs',
  panels: { palette: 'Blocks', inspector: 'Inspector', dock: 'Dock' },
  sizes: 'Sizes of the panels',
  resize: (panel: string) => `Size of ${panel}`,
  skip: 'Go to the canvas',
  show: (tab: string) => `Show ${tab}`,
  announcements: 'Announcements',
  notice: 'Notice'
}

/** For those who listen: what others see change by itself. */
export const spoken = {
  started: 'Training has started.',
  paused: 'Training is paused.',
  resumed: 'Training goes on.',
  done: (time: string) => `Training is done, in ${time}.`,
  stopped: (time: string) => `Training was stopped after ${time}.`,
  accuracy: (share: string) => `Accuracy: ${share}.`,
  loss: (value: string) => `Loss: ${value}.`,
  failed: (message: string, advice: string) => `${message} ${advice}`,
  problem: (message: string, fix: string | undefined) =>
    fix === undefined ? `Problem: ${message}` : `Problem: ${message} Fix: ${fix}.`,
  noProblem: 'No problem is left.'
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
