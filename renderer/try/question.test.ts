import { expect, it } from 'vitest'
import { emptyDocument } from '../../shared/document/create'
import type { Document } from '../../shared/document/schema'
import { newBlock } from '../../shared/graph/new-block'
import { questionOf } from './question'

function documentOn(source: string, field: string, target: string, inputs = 1): Document {
  const empty = emptyDocument('doc-test', 'test')
  const entries = Array.from(
    { length: inputs },
    (_, i) => [`input-${i + 1}`, newBlock(undefined, 'input', { field })] as const
  )
  const blocks = { ...Object.fromEntries(entries), 'output-1': newBlock(undefined, 'output', { target }) }
  return {
    ...empty,
    networks: { 'net-main': { name: 'main', blocks, edges: [] } },
    data: { source, split: { train: 1, validation: 1, test: 1, seed: 1 } }
  }
}

it.each([
  ['mnist', 'image', 'digit', 'digit'],
  ['names', 'letters', 'list', 'tokens'],
  ['iris', 'measurements', 'species', 'none'],
  ['mnist', 'no-such', 'digit', 'none'],
  ['no-such', 'image', 'digit', 'none']
])('%s, %s to %s is asked by %s', (source, field, target, kind) => {
  expect(questionOf(documentOn(source, field, target)).kind).toBe(kind)
})

it('knows the input, the output and the classes', () => {
  expect(questionOf(documentOn('mnist', 'image', 'digit'))).toEqual({
    kind: 'digit',
    input: 'input-1',
    output: 'output-1',
    classes: Array.from('0123456789')
  })
})

it('has no form for several inputs', () => {
  expect(questionOf(documentOn('mnist', 'image', 'digit', 2)).kind).toBe('none')
})
