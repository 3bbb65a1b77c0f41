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
  nothing: (query: string) => `No block is called “${query}”.`,
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
  wholeNetwork: 'Whole network'
}
