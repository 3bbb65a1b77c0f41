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

export const inspector = {
  label: 'Inspector',
  parameters: (count: string) => (count === '1' ? '1 parameter' : `${count} parameters`),
  name: 'Name',
  shape: 'Shape',
  parameterCount: 'Parameters',
  what: 'What it does',
  when: 'When to use it',
  reset: (label: string) => `Reset ${label} to its default`,
  range: (min: string, max: string) => `${min} to ${max}`,
  above: (min: string, max: string) => `above ${min}, at most ${max}`,
  frozen: 'Frozen',
  frozenHelp: 'Training leaves its weights as they are.',
  open: 'open',
  notANumber: (text: string) => `“${text}” is not a number.`,
  notAShape: 'Write sizes with × between them, like 28 × 28 × 1; “open” for an open length.',
  several: (count: number) => `${count} blocks selected`,
  severalHint: 'Select one block to see its settings.',
  network: 'Network',
  networkHint: 'Select a block to see what it does and change its settings.',
  data: 'Data',
  noData: 'No dataset',
  split: (train: string, validation: string, test: string) =>
    `${train} to learn from, ${validation} for validation, ${test} held out for the test.`,
  licence: (licence: string) => `Licence: ${licence}`,
  blocks: 'Blocks',
  height: 'height',
  width: 'width',
  unknown: 'unknown'
}

export const problems = {
  title: 'Problems',
  count: (count: number) => (count === 1 ? '1 problem' : `${count} problems`),
  warnings: (count: number) => (count === 1 ? '1 hint' : `${count} hints`),
  show: 'Show',
  error: 'Problem',
  warning: 'Hint',
  hide: 'Hide'
}
