export const about = {
  title: 'About Blockprop',
  what: 'Neural networks out of blocks, trained on your own machine.',
  version: (version: string) => `Version ${version}`,
  editions: { desktop: 'Desktop edition', web: 'Web edition' },
  licence: 'MIT licence',
  others: 'Software of others in it',
  othersHelp: 'Blockprop stands on the work of many. Thank you.',
  copyDetails: 'Copy details',
  copied: 'Copied',
  cantCopy: 'The clipboard could not be reached.',
  /** In what “Copy details” copies. */
  details: {
    edition: 'Edition',
    browser: 'Browser',
    versions: 'Versions',
    system: 'System',
    processors: 'Processors',
    memory: 'Memory',
    memoryOf: (free: string, all: string) => `${free} free of ${all}`,
    graphics: 'Graphics',
    window: 'Window',
    training: 'Training',
    settings: 'Settings',
    log: 'Log',
    error: 'Error'
  },
  copyHelp: 'Versions, system and settings, for a report of a fault: no paths and nothing of your work.'
}
