import { describe, expect, it } from 'vitest'
import { createAnalyser } from './analyse'
import { bestPort, fitOfNew, fitsFrom, type End, type Fits, type Opening } from './fits'
import { newBlock } from './new-block'
import { analyseOnce, digits, documentOf, edgesOf, network, type BriefBlock } from './testing'

const image: BriefBlock = ['input', { field: 'image', shape: [28, 28, 1] }]

/** A network with one of each kind of trouble; the group holds a convolution. */
const document = documentOf(
  network(
    {
      'input-1': image,
      'flatten-1': ['flatten'],
      'dense-1': ['dense', { units: 13 }],
      'conv-1': ['conv2d'],
      'conv-2': ['conv2d', { filters: 4 }],
      'attention-1': ['multiHeadAttention'],
      'add-1': ['add'],
      'broken-1': ['dense', { units: -1 }],
      'group-1': ['group', { network: 'net-conv' }],
      'output-1': ['output', { target: 'digit', loss: 'crossEntropy' }]
    },
    'input-1 > flatten-1 > dense-1 > output-1',
    'input-1 > conv-1 > add-1'
  ),
  {
    data: digits,
    definitions: {
      'net-conv': network(
        { 'groupInput-1': ['groupInput'], 'conv-1': ['conv2d'], 'groupOutput-1': ['groupOutput'] },
        'groupInput-1 > conv-1 > groupOutput-1'
      )
    }
  }
)
const { root } = analyseOnce(document)

const out = (block: string): End => ({ block, port: 'out', side: 'out' })
const into = (block: string, port = 'in'): End => ({ block, port, side: 'in' })

function brief(fits: Fits, block: string): string {
  const [, fit] = bestPort(fits, block) ?? []
  return fit === undefined ? 'no port' : fit.kind === 'fits' ? 'fits' : `${fit.kind}: ${fit.why}`
}

describe('fitsFrom', () => {
  it.each<[End, string, string]>([
    [out('input-1'), 'dense-1', 'fits'],
    [out('input-1'), 'conv-2', 'fits'],
    [out('input-1'), 'group-1', 'fits'],
    [out('input-1'), 'broken-1', 'fits'],
    [out('input-1'), 'input-1', 'no port'],
    [out('input-1'), 'flatten-1', 'never: These two are connected already.'],
    [out('flatten-1'), 'flatten-1', 'never: A block can’t be its own input.'],
    [out('dense-1'), 'flatten-1', 'never: This would make a circle: “flatten-1” already leads to “dense-1”.'],
    [
      out('flatten-1'),
      'conv-2',
      'not-yet: Conv2D needs an image of height × width × channels, but gets 784.'
    ],
    [
      out('flatten-1'),
      'group-1',
      'not-yet: Conv2D needs an image of height × width × channels, but gets 784.'
    ],
    [
      out('flatten-1'),
      'attention-1',
      'not-yet: Attention needs a sequence of time × features at “query”, but gets 784.'
    ],
    [out('flatten-1'), 'add-1', 'not-yet: Add needs inputs of one shape, but gets 26 × 26 × 32 and 784.'],
    [out('input-1'), 'output-1', 'not-yet: “output-1” expects 10 scores, but gets 28 × 28 × 1.'],
    [out('conv-2'), 'output-1', 'fits'],
    [into('conv-2'), 'input-1', 'fits'],
    [into('conv-2'), 'dense-1', 'not-yet: Conv2D needs an image of height × width × channels, but gets 13.'],
    [into('conv-2'), 'broken-1', 'fits'],
    [
      into('flatten-1'),
      'dense-1',
      'never: This would make a circle: “flatten-1” already leads to “dense-1”.'
    ],
    [into('output-1'), 'output-1', 'no port']
  ])('from %o to %s: %s', (end, other, words) => {
    expect(brief(fitsFrom(document, document.root, root, end), other)).toBe(words)
  })

  it('asks each port of a block', () => {
    const fits = fitsFrom(document, document.root, root, out('flatten-1')).get('attention-1') ?? {}
    expect(Object.entries(fits).map(([port, fit]) => 'why' in fit && fit.why.includes(`“${port}”`))).toEqual([
      true,
      true,
      true
    ])
  })

  it('asks a thousand blocks of one type once', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `dense-${i}`)
    const large = documentOf(
      network(
        {
          'input-1': ['input', { shape: [4] }],
          'conv-1': ['conv2d'],
          ...Object.fromEntries(ids.map((id): [string, BriefBlock] => [id, ['dense']]))
        },
        ...ids.map(id => `input-1 > ${id}`)
      )
    )
    const fits = fitsFrom(large, large.root, createAnalyser()(large).root, into('conv-1'))
    const kinds = ids.map(id => bestPort(fits, id)?.[1])
    expect(new Set(kinds).size).toBe(1)
  })
})

describe('fitOfNew', () => {
  const [edge] = edgesOf('flatten-1 > dense-1')
  if (!edge) throw new Error('no edge')
  it.each<[string, Opening, string]>([
    ['dense', { kind: 'free' }, 'fits'],
    ['dense', { kind: 'end', end: out('flatten-1') }, 'fits'],
    ['conv2d', { kind: 'end', end: out('flatten-1') }, 'not-yet'],
    ['input', { kind: 'end', end: out('flatten-1') }, 'never'],
    ['input', { kind: 'end', end: into('conv-2') }, 'fits'],
    ['output', { kind: 'end', end: into('conv-2') }, 'never'],
    ['dropout', { kind: 'edge', edge }, 'fits'],
    ['embedding', { kind: 'edge', edge }, 'not-yet'],
    ['output', { kind: 'edge', edge }, 'never']
  ])('%s at %o: %s', (type, opening, kind) => {
    const block = newBlock(undefined, type)
    expect(fitOfNew(document, document.root, root, opening, block).kind).toBe(kind)
  })
})
