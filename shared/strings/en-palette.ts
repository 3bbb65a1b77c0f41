import type { CommandGroup } from '../commands/commands'

const groups: Readonly<Record<CommandGroup, string>> = {
  file: 'File',
  edit: 'Edit',
  canvas: 'Canvas',
  training: 'Training',
  view: 'View'
}

export const commandPalette = {
  label: 'Commands',
  search: 'What do you want to do?',
  nothing: (query: string) => `Nothing is called “${query}”. Try a command, a block or an example.`,
  groups,
  blocks: 'Block',
  places: 'In this network',
  data: 'Data',
  examples: 'Example',
  addBlock: (label: string) => `Add ${label}`,
  goTo: (name: string) => `Go to ${name}`,
  learnFrom: (label: string) => `Learn from ${label}`,
  openExample: (label: string) => `Open example: ${label}`
}

export const shortcuts = {
  title: 'Keyboard shortcuts',
  gestures: 'Mouse and touch',
  walking: 'On the canvas'
}
