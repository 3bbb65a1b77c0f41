import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readDocument } from '../../shared/document/read'
import type { Document } from '../../shared/document/schema'
import { sameNetwork } from './same-network'

const read = readDocument(readFileSync(new URL('../../shared/examples/iris-mlp.blockprop', import.meta.url)))
if (!read.ok) throw new Error(read.error.message)
const iris = read.value.document
const main = iris.networks[iris.root]
const dense = main?.blocks['dense-1']
if (!main || !dense || !iris.data) throw new Error('the example has changed')
const { data } = iris
const withDense = (changes: Partial<typeof dense>): Document => ({
  ...iris,
  networks: {
    ...iris.networks,
    [iris.root]: { ...main, blocks: { ...main.blocks, 'dense-1': { ...dense, ...changes } } }
  }
})

it.each<[string, Document, boolean]>([
  ['a copy', structuredClone(iris), true],
  ['another name', { ...iris, name: 'other' }, true],
  ['another name of a block', withDense({ name: 'other' }), true],
  ['other places', { ...iris, view: { ...iris.view, positions: {} } }, true],
  ['more epochs', { ...iris, training: { ...iris.training, epochs: 99 } }, true],
  ['a parameter of a block', withDense({ params: { ...dense.params, units: 99 } }), false],
  ['an edge less', { ...iris, networks: { ...iris.networks, [iris.root]: { ...main, edges: [] } } }, false],
  ['another split', { ...iris, data: { ...data, split: { ...data.split, seed: 99 } } }, false],
  ['no data', { ...iris, data: null }, false]
])('%s', (_what, other, same) => {
  expect(sameNetwork(iris, other)).toBe(same)
})
