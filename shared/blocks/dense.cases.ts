import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

const units = 3

export const cases: readonly BlockCase[] = [
  { name: 'a vector', params: { units }, inputs: { in: tensor([4]) }, shape: [3], weights: 15 },
  { name: 'one unit', params: { units: 1 }, inputs: { in: tensor([1]) }, shape: [1], weights: 2 },
  {
    name: 'no bias',
    params: { units, useBias: false },
    inputs: { in: tensor([4]) },
    shape: [3],
    weights: 12
  },
  {
    name: 'each step of a sequence, ReLU',
    params: { units, activation: 'relu' },
    inputs: { in: tensor([5, 4]) },
    shape: [5, 3],
    weights: 15
  },
  {
    name: 'each pixel of an image, LeakyReLU',
    params: { units, activation: 'leakyRelu' },
    inputs: { in: tensor([2, 3, 4]) },
    shape: [2, 3, 3],
    weights: 15
  },
  {
    name: 'each pixel of an image, softmax',
    params: { units, activation: 'softmax' },
    inputs: { in: tensor([2, 3, 4]) },
    shape: [2, 3, 3],
    weights: 15
  },
  {
    name: 'a masked sequence of open length, GELU',
    params: { units, activation: 'gelu', useBias: false },
    inputs: { in: tensor([null, 4], 'float32', true) },
    shape: [null, 3],
    mask: true,
    weights: 12
  },
  {
    name: 'softmax',
    params: { units, activation: 'softmax' },
    inputs: { in: tensor([4]) },
    shape: [3],
    weights: 15
  },
  {
    name: 'each step of a masked sequence, hard SiLU',
    params: { units, activation: 'hardSilu' },
    inputs: { in: tensor([null, 4], 'float32', true) },
    shape: [null, 3],
    mask: true,
    weights: 15
  },
  {
    name: 'hard sigmoid',
    params: { units, activation: 'hardSigmoid' },
    inputs: { in: tensor([4]) },
    shape: [3],
    weights: 15
  }
]

export const refusals: readonly Refusal[] = [
  {
    name: 'a single number',
    inputs: { in: tensor([]) },
    says: 'known number of features, but gets a single number'
  },
  { name: 'an open number of features', inputs: { in: tensor([null]) }, says: 'but gets an open length' },
  {
    name: 'token ids',
    inputs: { in: tensor([4], 'int32') },
    says: 'an Embedding turns each id into a vector',
    hint: { kind: 'insert-before', port: 'in', type: 'embedding' }
  },
  { name: 'an image of token ids', inputs: { in: tensor([4, 4, 1], 'int32') }, says: 'gets token ids' }
]
