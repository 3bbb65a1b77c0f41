import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

const filters = 3
const image = { in: tensor([7, 6, 2]) }

export const cases: readonly BlockCase[] = [
  { name: 'valid', params: { filters }, inputs: image, shape: [5, 4, 3], weights: 57 },
  {
    name: 'no bias, ReLU',
    params: { filters, useBias: false, activation: 'relu' },
    inputs: image,
    shape: [5, 4, 3],
    weights: 54
  },
  {
    name: 'same',
    params: { filters, padding: 'same', activation: 'mish' },
    inputs: image,
    shape: [7, 6, 3],
    weights: 57
  },
  {
    name: 'same, even kernel that is not square',
    params: { filters, kernel: [2, 4], padding: 'same' },
    inputs: image,
    shape: [7, 6, 3],
    weights: 51
  },
  {
    name: 'same, strides, odd and even sizes',
    params: { filters, padding: 'same', strides: [2, 2] },
    inputs: image,
    shape: [4, 3, 3],
    weights: 57
  },
  {
    name: 'same, uneven strides, even kernel',
    params: { filters, kernel: [4, 2], padding: 'same', strides: [3, 2] },
    inputs: image,
    shape: [3, 3, 3],
    weights: 51
  },
  {
    name: 'same, strides larger than the kernel',
    params: { filters, kernel: [1, 2], padding: 'same', strides: [3, 3] },
    inputs: image,
    shape: [3, 2, 3],
    weights: 15
  },
  {
    name: 'valid, strides that leave a rest',
    params: { filters, kernel: [3, 2], strides: [3, 3] },
    inputs: image,
    shape: [2, 2, 3],
    weights: 39
  },
  {
    name: 'one by one, softmax over the channels',
    params: { filters, kernel: [1, 1], activation: 'softmax' },
    inputs: image,
    shape: [7, 6, 3],
    weights: 9
  },
  {
    name: 'one pixel left',
    params: { filters: 1, kernel: [7, 6] },
    inputs: image,
    shape: [1, 1, 1],
    weights: 85
  }
]

export const refusals: readonly Refusal[] = [
  { name: 'a vector', inputs: { in: tensor([784]) }, says: 'height × width × channels, but gets 784' },
  { name: 'a sequence', inputs: { in: tensor([null, 3], 'float32', true) }, says: 'but gets time × 3' },
  { name: 'an image of open height', inputs: { in: tensor([null, 4, 3]) }, says: 'but gets time × 4 × 3' },
  { name: 'token ids', inputs: { in: tensor([4, 4, 1], 'int32') }, says: 'needs an image' },
  {
    name: 'an image smaller than the kernel',
    params: { kernel: [2, 5] },
    inputs: { in: tensor([7, 4, 1]) },
    says: 'A 2 × 5 window does not fit into 7 × 4',
    hint: { kind: 'set', param: 'padding', value: 'same' }
  }
]
