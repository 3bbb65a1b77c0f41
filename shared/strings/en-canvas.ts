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
  empty: 'An empty canvas',
  emptyHint: 'Click a block on the left, or drag it here. Begin with an Input.',
  nothingYet: '–',
  block: (name: string, shape: string) => `${name}, ${shape}`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit',
  wholeNetwork: 'Whole network',
  gestures: [
    ['Add a block', 'click it, or drag it here'],
    ['Connect', 'drag from port to port'],
    ['Insert a block', 'drop it on an edge'],
    ['Add what fits', 'drop an edge on the canvas'],
    ['Select several', 'Shift and drag'],
    ['Open a group', 'double click'],
    ['Zoom', 'scroll, or pinch'],
    ['Move about', 'drag the canvas']
  ] as readonly (readonly [string, string])[]
}
