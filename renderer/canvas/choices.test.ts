import { expect, it } from 'vitest'
import type { Opening } from '../../shared/graph/fits'
import { analyseOnce, digits, documentOf, network } from '../../shared/graph/testing'
import { blockChoices, connectionChoices } from './choices'

const document = documentOf(
  network(
    {
      'input-1': ['input', { field: 'image', shape: [28, 28, 1] }],
      'flatten-1': ['flatten'],
      'conv-1': ['conv2d'],
      'output-1': ['output', { target: 'digit', loss: 'crossEntropy' }]
    },
    'input-1 > flatten-1'
  ),
  { data: digits }
)
const { root } = analyseOnce(document)
const behindFlatten: Opening = { kind: 'end', end: { block: 'flatten-1', port: 'out', side: 'out' } }

it('offers what fits first, then what does not fit yet, and not what can’t be', () => {
  const choices = blockChoices(document, document.root, root, behindFlatten, '')
  const kinds = choices.map(({ fit }) => fit)
  expect(kinds.lastIndexOf('fits')).toBeLessThan(kinds.indexOf('not-yet'))
  expect(kinds).not.toContain('never')
  const find = (type: string) => choices.find(choice => choice.value === type)
  expect(find('dense')?.fit).toBe('fits')
  expect(find('conv2d')?.detail).toContain('but gets 784')
  expect(find('input')).toBeUndefined()
  expect(find('groupInput')).toBeUndefined()
})

it('offers all that belongs here on the empty canvas, by search', () => {
  const [first] = blockChoices(document, document.root, root, { kind: 'free' }, 'inp')
  expect(first?.value).toBe('input')
})

it('offers the other blocks in both directions, with the reason where they can’t be connected', () => {
  const choices = connectionChoices(document, document.root, root, 'flatten-1', '')
  expect(choices.map(({ head, label, fit }) => `${head} ${label}: ${fit}`)).toEqual([
    'From conv-1: fits',
    'To conv-1: not-yet',
    'To output-1: not-yet',
    'Can’t be connected input-1: never'
  ])
})

it('searches by name and by type', () => {
  const found = (query: string) =>
    new Set(connectionChoices(document, document.root, root, 'flatten-1', query).map(({ label }) => label))
  expect(found('Conv2')).toEqual(new Set(['conv-1']))
  expect(found('output')).toEqual(new Set(['output-1']))
  expect(found('xyz').size).toBe(0)
})
