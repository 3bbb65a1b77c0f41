import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

const x = tensor([null, 6])
const masked = tensor([null, 6], 'float32', true)
const other = tensor([4, 5])
/** Heads times their size is the width. */
const even = { heads: 2, keyDim: 3 }
const odd = { heads: 3, keyDim: 4 }
const toItself = { value: 'query' }

export const cases: readonly BlockCase[] = [
  { name: 'to itself', params: even, inputs: { query: x }, same: toItself, shape: [null, 6], weights: 168 },
  {
    name: 'to itself, fixed length, one head',
    params: { heads: 1, keyDim: 4 },
    inputs: { query: tensor([3, 4]) },
    same: toItself,
    shape: [3, 4],
    weights: 80
  },
  {
    name: 'to itself, heads of another size',
    params: odd,
    inputs: { query: x },
    same: toItself,
    shape: [null, 6],
    weights: 330
  },
  {
    name: 'to itself, causal',
    params: { ...even, causal: true },
    inputs: { query: x },
    same: toItself,
    shape: [null, 6],
    weights: 168
  },
  {
    name: 'to itself, heads of another size, causal',
    params: { ...odd, causal: true },
    inputs: { query: x },
    same: toItself,
    shape: [null, 6],
    weights: 330
  },
  {
    name: 'to itself, masked',
    params: even,
    inputs: { query: masked },
    same: toItself,
    batch: 4,
    shape: [null, 6],
    mask: true,
    weights: 168
  },
  {
    name: 'to itself, masked, causal, heads of another size',
    params: { ...odd, causal: true },
    inputs: { query: masked },
    same: toItself,
    batch: 4,
    shape: [null, 6],
    mask: true,
    weights: 330
  },
  {
    name: 'to itself, dropout',
    params: { ...even, dropout: 0.5 },
    inputs: { query: x },
    same: toItself,
    shape: [null, 6],
    weights: 168
  },
  {
    name: 'to another sequence of another width',
    params: even,
    inputs: { query: x, value: other },
    shape: [null, 6],
    weights: 156
  },
  {
    name: 'to another sequence, masked, heads of another size',
    params: odd,
    inputs: { query: x, value: tensor([null, 5], 'float32', true) },
    batch: 4,
    shape: [null, 6],
    weights: 306
  },
  {
    name: 'from a masked sequence to one without a mask',
    params: even,
    inputs: { query: masked, value: other },
    batch: 4,
    shape: [null, 6],
    mask: true,
    weights: 156
  },
  {
    name: 'with a key of its own width',
    params: even,
    inputs: { query: x, value: other, key: tensor([4, 3]) },
    shape: [null, 6],
    weights: 144
  },
  {
    name: 'with a key, value and key masked each in its own way',
    params: even,
    inputs: { query: x, value: masked, key: masked },
    batch: 4,
    shape: [null, 6],
    weights: 168
  },
  {
    name: 'with a key, heads of another size, key masked',
    params: odd,
    inputs: { query: x, value: tensor([null, 5]), key: masked },
    batch: 4,
    shape: [null, 6],
    weights: 318
  }
]

export const refusals: readonly Refusal[] = [
  {
    name: 'a vector',
    inputs: { query: tensor([6]), value: x },
    port: 'query',
    says: 'time × features at “query”, but gets 6'
  },
  {
    name: 'an image',
    inputs: { query: x, value: tensor([4, 4, 1]) },
    port: 'value',
    says: 'at “value”, but gets 4 × 4 × 1'
  },
  {
    name: 'token ids',
    inputs: { query: x, value: tensor([4], 'int32') },
    port: 'value',
    says: 'an Embedding turns each id into a vector',
    hint: { kind: 'insert-before', port: 'value', type: 'embedding' }
  },
  {
    name: 'a key of another length',
    inputs: { query: x, value: other, key: tensor([5, 5]) },
    port: 'key',
    says: 'one length, but have 5 × 5 and 4 × 5'
  },
  {
    name: 'causal with values of another length',
    params: { causal: true },
    inputs: { query: tensor([5, 6]), value: other },
    port: 'value',
    says: 'query and value of one length',
    hint: { kind: 'set', param: 'causal', value: false }
  }
]
