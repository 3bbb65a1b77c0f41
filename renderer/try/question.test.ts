import { describe, expect, it } from 'vitest'
import { emptyDocument } from '../../shared/document/create'
import type { Block, Document } from '../../shared/document/schema'
import { formOf, inputsOf, planeOf, questionOf, viewsOf, type Question } from './question'

type Params = Block['params']

/** Inputs, each through a Dense of its own where there are several, then one Dense for each Output. */
function documentOn(source: string, inputs: readonly Params[], outputs: readonly Params[]): Document {
  const empty = emptyDocument('doc-test', 'test')
  const blocks: Record<string, Block> = {}
  const edges: Document['networks'][string]['edges'][number][] = []
  const link = (from: string, to: string): number =>
    edges.push({ from: { block: from, port: 'out' }, to: { block: to, port: 'in' } })
  const add = (id: string, type: string, params: Params): string => {
    blocks[id] = { type, name: id, params }
    return id
  }
  const joined = inputs.length > 1 ? add('join', 'concatenate', {}) : add('join', 'dense', { units: 4 })
  inputs.forEach((params, i) => {
    link(add(`input-${i + 1}`, 'input', params), add(`flat-${i + 1}`, 'flatten', {}))
    link(`flat-${i + 1}`, joined)
  })
  outputs.forEach((params, i) => {
    const { units = 2, ...rest } = params
    link(joined, add(`dense-${i + 1}`, 'dense', { units }))
    link(`dense-${i + 1}`, add(`output-${i + 1}`, 'output', rest))
  })
  return {
    ...empty,
    networks: { [empty.root]: { name: 'main', blocks, edges } },
    data: { source, split: { train: 64, validation: 16, test: 16, seed: 1 } }
  }
}

const image = { field: 'image', shape: [28, 28, 1], dtype: 'float32' }
const measurements = { field: 'measurements', shape: [4], dtype: 'float32' }
const position = { field: 'point', shape: [2], dtype: 'float32' }
const digit = { target: 'digit', loss: 'crossEntropy', units: 10 }
const species = { target: 'species', loss: 'crossEntropy', units: 3 }
const lengths = { target: 'measurements', loss: 'meanSquaredError', units: 4 }

function asked(question: Question) {
  if (question.kind === 'none') throw new Error(question.why)
  return question
}

describe('questionOf', () => {
  it('knows inputs, output and classes', () => {
    expect(asked(questionOf(documentOn('mnist', [image], [digit])))).toMatchObject({
      kind: 'classes',
      inputs: [{ block: 'input-1', field: { name: 'image' } }],
      field: { name: 'image' },
      output: 'output-1',
      classes: Array.from('0123456789')
    })
  })

  it.each([
    ['the first that names classes of several Outputs', [lengths, species], 'classes', 'output-2'],
    ['numbers where none names classes', [lengths], 'numbers', 'output-1']
  ] as const)('asks %s', (_, outputs, kind, output) => {
    expect(questionOf(documentOn('iris', [measurements], outputs))).toMatchObject({ kind, output })
  })

  it.each([
    ['the data is not at hand', documentOn('no-such', [image], [digit]), /data that it learned from/],
    ['an Output gets nothing', documentOn('mnist', [], [digit]), /connect/]
  ])('says why where %s', (_, document, why) => {
    expect(questionOf(document)).toMatchObject({ kind: 'none', why: expect.stringMatching(why) as string })
  })

  it('is read once for each document', () => {
    const document = documentOn('iris', [measurements], [species])
    expect(questionOf(document)).toBe(questionOf(document))
  })
})

describe('the ways to ask', () => {
  it.each([
    ['a digit is drawn', 'mnist', [image], [digit], 'digit', ['ask', 'samples', 'matrix']],
    ['numbers are filled in', 'iris', [measurements], [species], 'numbers', ['ask', 'samples', 'matrix']],
    ['numbers are told', 'iris', [measurements], [lengths], 'numbers', ['ask', 'truth']],
    ['Inputs may read the same', 'mnist', [image, image], [digit], 'digit', ['ask', 'samples', 'matrix']]
  ] as const)('%s', (_, source, inputs, outputs, form, views) => {
    const question = asked(questionOf(documentOn(source, inputs, outputs)))
    expect(formOf(question).kind).toBe(form)
    expect(viewsOf(question)).toEqual(views)
  })

  it('asks by whole samples where Inputs read different fields', () => {
    const { field, ...rest } = asked(questionOf(documentOn('mnist', [image], [digit])))
    const other = { ...field, name: 'other' }
    const inputs = [...rest.inputs, { block: 'input-2', field: other }]
    expect(formOf({ ...rest, field, inputs })).toEqual({ kind: 'sample' })
  })

  it('has a plane for two numbers, and for two alone', () => {
    const [two, four] = [
      questionOf(documentOn('spiral', [position], [{ target: 'label', loss: 'crossEntropy', units: 2 }])),
      questionOf(documentOn('iris', [measurements], [species]))
    ]
    if (two.kind !== 'classes' || four.kind !== 'classes') throw new Error('they name classes')
    expect(planeOf(two)).toMatchObject({ kind: 'vector', columns: ['x', 'y'] })
    expect(viewsOf(two)).toContain('boundary')
    expect(planeOf(four)).toBeNull()
  })
})

it('gives every Input what it reads', () => {
  const question = asked(questionOf(documentOn('mnist', [image, image], [digit])))
  const plain = { shape: [1, 28, 28, 1], data: new Float32Array(784) }
  expect(inputsOf(question, new Map([['image', plain]]))).toEqual({ 'input-1': plain, 'input-2': plain })
})
