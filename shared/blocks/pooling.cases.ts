import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

const image = { in: tensor([7, 6, 2]) }

/** Of max and average pooling alike. */
export const poolingCases: readonly BlockCase[] = [
  { name: 'valid', inputs: image, shape: [3, 3, 2], weights: 0 },
  { name: 'same', params: { padding: 'same' }, inputs: image, shape: [4, 3, 2], weights: 0 },
  {
    name: 'same, odd window, stride 1: padding on all sides',
    params: { size: [3, 3], strides: [1, 1], padding: 'same' },
    inputs: image,
    shape: [7, 6, 2],
    weights: 0
  },
  {
    name: 'same, even window, stride 1: padding behind',
    params: { size: [2, 2], strides: [1, 1], padding: 'same' },
    inputs: image,
    shape: [7, 6, 2],
    weights: 0
  },
  {
    name: 'same, window larger than the stride: uneven padding on both sides',
    params: { size: [4, 4], strides: [1, 2], padding: 'same' },
    inputs: image,
    shape: [7, 3, 2],
    weights: 0
  },
  {
    name: 'same, 3 × 3 at stride 2 on an even size: padding behind',
    params: { size: [3, 3], strides: [2, 2], padding: 'same' },
    inputs: { in: tensor([6, 8, 2]) },
    shape: [3, 4, 2],
    weights: 0
  },
  {
    name: 'same, windows that are as large as they are apart, with a rest',
    params: { size: [3, 3], strides: [3, 3], padding: 'same' },
    inputs: { in: tensor([7, 5, 2]) },
    shape: [3, 2, 2],
    weights: 0
  },
  {
    name: 'same, not square',
    params: { size: [3, 2], strides: [2, 3], padding: 'same' },
    inputs: image,
    shape: [4, 2, 2],
    weights: 0
  },
  {
    name: 'valid, not square, overlapping',
    params: { size: [2, 3], strides: [1, 2] },
    inputs: image,
    shape: [6, 2, 2],
    weights: 0
  },
  {
    name: 'valid, strides larger than the window',
    params: { size: [1, 2], strides: [3, 3] },
    inputs: image,
    shape: [3, 2, 2],
    weights: 0
  },
  {
    name: 'the whole image',
    params: { size: [7, 6], strides: [7, 6] },
    inputs: image,
    shape: [1, 1, 2],
    weights: 0
  }
]

export const poolingRefusals: readonly Refusal[] = [
  { name: 'a vector', inputs: { in: tensor([784]) }, says: 'height × width × channels, but gets 784' },
  {
    name: 'an image smaller than the window',
    params: { size: [3, 2] },
    inputs: { in: tensor([2, 2, 8]) },
    says: 'A 3 × 2 window does not fit into 2 × 2: the image is small enough already',
    hint: { kind: 'set', param: 'padding', value: 'same' }
  }
]
