import { listText } from './format'
import type { GroupId } from '../blocks/block'

const groups: Readonly<Record<GroupId, string>> = {
  input: 'Data',
  core: 'Core',
  convolution: 'Convolution',
  pooling: 'Pooling',
  normalisation: 'Normalisation',
  regularisation: 'Regularisation',
  recurrent: 'Sequence',
  attention: 'Attention',
  activation: 'Activation',
  merge: 'Merge'
}

export const palette = {
  label: 'Blocks',
  search: 'Find a block',
  searchHelp:
    'By name, or by what you want to do. Arrow keys move through what is found, Enter adds the first.',
  nothing: (query: string) => `No block is called “${query}”, or does it.`,
  because: (why: string, summary: string) => `Found by “${why}”. ${summary}`,
  groups
}

export const canvas = {
  label: 'Canvas',
  network: 'Network',
  keys: 'Arrow keys walk from block to block, Enter opens one, C connects it, slash adds one.',
  empty: 'An empty canvas',
  emptyHint: 'Click a block on the left, drag it here, or double click. Begin with an Input.',
  nothingYet: '–',
  expected: (what: string) => `${what} expected`,
  misfit: (expected: string, shape: string) => `${expected} expected, gets ${shape}`,
  /** What a screen reader says of a block. */
  spoken: {
    role: 'block',
    inside: (shape: string, names: readonly string[]) =>
      names.length === 0 ? `${shape} in` : `${shape} in from ${listText(names)}`,
    outside: (shape: string, names: readonly string[]) =>
      names.length === 0 ? `${shape} out` : `${shape} out to ${listText(names)}`,
    from: (names: readonly string[]) => `connected from ${listText(names)}`,
    to: (names: readonly string[]) => `connected to ${listText(names)}`,
    parameters: (count: string) => `${count} parameters`,
    problems: (count: number, first: string) =>
      count === 1 ? `1 problem: ${first}` : `${count} problems, the first: ${first}`,
    hints: (count: number, first: string) =>
      count === 1 ? `1 hint: ${first}` : `${count} hints, the first: ${first}`,
    edge: (from: string, to: string, shape: string) =>
      shape === '' ? `Edge from ${from} to ${to}` : `Edge from ${from} to ${to}, ${shape}`
  },
  connected: (from: string, to: string) => `Connected ${from} to ${to}.`,
  takesNothing: (name: string) => `“${name}” takes nothing in.`,
  givesNothing: (name: string) => `“${name}” gives nothing on.`,
  added: (label: string) => `Added ${label}.`,
  inserted: (label: string) => `Inserted ${label}.`,
  selected: (count: number) => `${count} blocks selected.`,
  addHere: 'Add a block here',
  insertHere: 'Insert a block here',
  connectTo: (name: string) => `Connect ${name}`,
  searchConnection: 'Find a block to connect',
  connectHeads: { out: 'To', in: 'From', never: 'Can’t be connected' },
  notYet: 'Won’t fit yet',
  nothingToConnect: 'There is no other block yet: add one first.',
  disconnect: 'Remove the edge',
  menu: 'Commands',
  thumbnails: 'Show what blocks compute',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit',
  wholeNetwork: 'Whole network',
  gestures: [
    ['Add a block', 'click it, or drag it here'],
    ['Add a block here', 'double click the canvas'],
    ['Connect', 'drag from port to port'],
    ['Insert a block', 'drop it on an edge'],
    ['Add what fits', 'drop an edge on the canvas'],
    ['Select several', 'Shift and drag'],
    ['Open a group', 'double click'],
    ['Commands of a block', 'right click'],
    ['Zoom', 'scroll, or pinch'],
    ['Move about', 'drag the canvas']
  ] as readonly (readonly [string, string])[],
  /** Keys that work while the canvas has the focus. */
  walking: [
    ['Walk along edges', 'Arrow keys'],
    ['Select several', 'Shift + arrow keys'],
    ['Move a block', 'Alt + arrow keys'],
    ['Open', 'Enter'],
    ['Back', 'Escape']
  ] as readonly (readonly [string, string])[]
}
