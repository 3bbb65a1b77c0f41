import { expect, it } from 'vitest'
import type { ParamValue } from '../blocks/params'
import { findDataset } from '../datasets/registry'
import { emptyDocument } from '../document/create'
import type { Document } from '../document/schema'
import { datasetEdits, targetEdits } from './dataset-edits'
import { changeBy } from './edits/apply'
import type { Edit } from './edits/edit'

const blank = emptyDocument('doc-x', 'x')

function withOutput(document: Document, params: Readonly<Record<string, ParamValue>>): Document {
  const block = { type: 'output', name: 'Output', params }
  return changed(document, [{ kind: 'addBlock', network: document.root, id: 'output-1', block }])
}

function changed(document: Document, edits: readonly Edit[]): Document {
  const change = changeBy(document, edits)
  if (!change.ok) throw new Error(change.error.message)
  return change.value.document
}

const choose = (document: Document, id: string): Document =>
  changed(document, datasetEdits(document, findDataset(id)))
const lossIn = (document: Document) => document.networks[document.root]?.blocks['output-1']?.params['loss']

it('brings split, batch and epochs of the dataset, and goes back to those of a new document', () => {
  const flowers = choose(blank, 'iris')
  expect(flowers.data).toMatchObject({
    source: 'iris',
    split: { train: 90, validation: 30, test: 30, seed: 1 }
  })
  expect(flowers.training).toEqual({ ...blank.training, batch: 16, epochs: 60 })
  expect(choose(flowers, 'none')).toEqual(blank)
})

it('leaves what a person has set', () => {
  const training = { ...blank.training, epochs: 3, optimizer: { type: 'sgd', params: { learningRate: 0.5 } } }
  const set = changed(blank, [{ kind: 'setTraining', training }])
  expect(choose(set, 'iris').training).toEqual({ ...training, batch: 16 })
})

it.each<[string, Readonly<Record<string, ParamValue>>, string, ParamValue | undefined]>([
  ['from classes to numbers', { loss: 'crossEntropy' }, 'measurements', 'meanSquaredError'],
  ['from classes to numbers, the loss at its default', {}, 'measurements', 'meanSquaredError'],
  ['and back', { loss: 'meanSquaredError' }, 'species', 'crossEntropy'],
  ['a loss that fits stays', { loss: 'meanAbsoluteError' }, 'measurements', 'meanAbsoluteError'],
  ['one that was chosen on purpose stays', { loss: 'meanAbsoluteError' }, 'species', 'meanAbsoluteError'],
  ['so does one for two classes', { loss: 'binaryCrossEntropy' }, 'measurements', 'binaryCrossEntropy'],
  ['a field that is not there changes nothing', { loss: 'crossEntropy' }, 'measure', 'crossEntropy'],
  ['a loss of a later version is left alone', { loss: 'wasserstein' }, 'measurements', 'wasserstein']
])('the loss follows the target: %s', (_what, params, target, loss) => {
  const document = withOutput(choose(blank, 'iris'), params)
  expect(lossIn(changed(document, targetEdits(document, 'output-1', target)))).toBe(loss)
})

it('the loss follows the dataset, where its target is there of another kind', () => {
  const document = withOutput(blank, { target: 'measurements', loss: 'crossEntropy' })
  expect(lossIn(choose(document, 'iris'))).toBe('meanSquaredError')
})
