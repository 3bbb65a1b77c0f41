import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'a vector', params: { groups: 2 }, inputs: { in: tensor([6]) }, shape: [6], weights: 12 },
  {
    name: 'a sequence of open length',
    params: { groups: 3 },
    inputs: { in: tensor([null, 6]) },
    time: 5,
    shape: [null, 6],
    weights: 12
  },
  {
    name: 'an image',
    params: { groups: 2 },
    inputs: { in: tensor([3, 5, 4]) },
    shape: [3, 5, 4],
    weights: 8
  },
  {
    name: 'a volume',
    params: { groups: 2 },
    inputs: { in: tensor([2, 3, 2, 4]) },
    shape: [2, 3, 2, 4],
    weights: 8
  },
  {
    name: 'five axes',
    params: { groups: 2 },
    inputs: { in: tensor([2, 1, 3, 2, 4]) },
    shape: [2, 1, 3, 2, 4],
    weights: 8
  },
  {
    name: 'as many groups as usual',
    inputs: { in: tensor([2, 2, 64]) },
    shape: [2, 2, 64],
    weights: 128
  },
  {
    name: 'a single group',
    params: { groups: 1, epsilon: 0.5 },
    inputs: { in: tensor([3, 2, 5]) },
    shape: [3, 2, 5],
    weights: 10
  },
  {
    name: 'each channel of a single sample by itself',
    params: { groups: 3 },
    inputs: { in: tensor([4, 3]) },
    batch: 1,
    shape: [4, 3],
    weights: 6
  },
  {
    name: 'without a shift',
    params: { groups: 2, center: false },
    inputs: { in: tensor([3, 2, 4]) },
    shape: [3, 2, 4],
    weights: 4
  },
  {
    name: 'without a scale',
    params: { groups: 2, scale: false },
    inputs: { in: tensor([8]) },
    shape: [8],
    weights: 8
  },
  {
    name: 'with neither',
    params: { groups: 2, center: false, scale: false },
    inputs: { in: tensor([5, 4]) },
    shape: [5, 4],
    weights: 0
  }
]

export const refusals: readonly Refusal[] = [
  { name: 'a single number', inputs: { in: tensor([]) }, says: 'a known number of features' },
  { name: 'an open number of features', inputs: { in: tensor([null]) }, says: 'a known number of features' },
  { name: 'token ids', inputs: { in: tensor([4], 'int32') }, says: 'put it behind the Embedding' },
  {
    name: 'a masked sequence',
    inputs: { in: tensor([null, 64], 'float32', true) },
    says: 'would count padding as data',
    hint: { kind: 'replace', type: 'layerNormalization' }
  },
  {
    name: 'more groups than channels',
    inputs: { in: tensor([8, 8, 16]) },
    says: '16 features can’t be split into 32 groups',
    hint: { kind: 'set', param: 'groups', value: 16 }
  },
  {
    name: 'groups of different sizes',
    params: { groups: 8 },
    inputs: { in: tensor([8, 8, 12]) },
    says: '12 features can’t be split into 8 groups',
    hint: { kind: 'set', param: 'groups', value: 6 }
  },
  {
    name: 'a group for each number of a vector',
    inputs: { in: tensor([32]) },
    says: 'each number is a group of its own',
    hint: { kind: 'set', param: 'groups', value: 16 }
  },
  {
    name: 'one feature',
    params: { groups: 1 },
    inputs: { in: tensor([1]) },
    says: 'each number is a group of its own'
  }
]
