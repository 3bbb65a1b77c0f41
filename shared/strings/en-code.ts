export const code = {
  copy: 'Copy',
  copied: 'Copied',
  codeCopied: (target: string) => `${target} code copied`,
  cantCopy: 'The browser did not allow to copy. Select the code and press Ctrl+C.',
  notYet: 'Once these problems are gone, the code stands here.',
  framework: 'Framework',
  view: (target: string) => `${target} code. Enter selects the block of a line.`,
  export: 'Export code',
  save: 'Save',
  exportTitles: {
    folder: (target: string) => `Export ${target} code as folder…`,
    zip: (target: string) => `Export ${target} code as zip…`,
    notebook: (target: string) => `Export ${target} notebook…`,
    script: (target: string) => `Export ${target} model.py…`,
    copy: (target: string) => `Copy ${target} code`
  },
  notYetExported: 'The network has problems. Once they are gone, its code can be exported.',
  files: 'Files in the export',
  include: (file: string) => `Export ${file}`,
  refused: (file: string, why: string) => `Export ${file}. ${why}`,
  size: {
    exact: (size: string) => size,
    most: (size: string) => `up to ${size}`,
    about: (size: string) => `about ${size}`
  },
  noWeights: {
    untrained: {
      short: 'not trained yet',
      long: 'Train the network first: its weights can then come along.'
    },
    outdated: {
      short: 'network has changed',
      long: 'The network has changed since it was trained. Undo the change, or train it anew.'
    }
  },
  steps: {
    reading: 'Reading the samples…',
    writing: 'Writing the files…',
    packing: 'Packing the zip…'
  },
  exporting: (name: string) => `Exporting ${name}`,
  cancel: 'Cancel',
  exported: (name: string) => `Exported ${name}`,
  runScript: 'README.md says how to run it: “python model.py” trains and tests.',
  runNotebook: 'README.md says how to run it: open model.ipynb in Jupyter.',
  unpackFirst: 'Unpack it first.',
  needsData: (file: string) => `${file} reads data.npz beside it: a folder or a zip has both.`,
  cantExport: (name: string) => `${name} was not exported`,
  exportDied: (why: string) =>
    why === '' ? 'The exporter ended by itself. Try again.' : `The exporter ended (${why}). Try again.`
}
