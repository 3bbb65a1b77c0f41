import { describe, expect, it } from 'vitest'
import type { Document, Network } from '../document/schema'
import { flattenNetwork } from '../network/flatten'
import { lower } from '../network/lower'
import { createAnalyser } from './analyse'
import type { Edit } from './edits/edit'
import {
  analyseOnce,
  briefly,
  digits,
  documentOf,
  edited,
  errorsOf,
  network,
  type BriefBlock
} from './testing'

const root = documentOf(network({})).root
const vector: BriefBlock = ['input', { shape: [4] }]
const dense: BriefBlock = ['dense', { units: 4 }]

/** Input → 50 Dense → Output. */
function chain(): Document {
  const ids = Array.from({ length: 50 }, (_, i) => `dense-${i}`)
  const blocks = Object.fromEntries(ids.map(id => [id, dense]))
  return documentOf(
    network(
      { 'input-1': vector, ...blocks, 'output-1': ['output'] },
      ['input-1', ...ids, 'output-1'].join(' > ')
    )
  )
}

/** A definition of one Dense, used twice, in a row. */
const half = (units: number): Network =>
  network(
    {
      'groupInput-1': ['groupInput'],
      'dense-1': ['dense', { units }],
      'dropout-1': ['dropout'],
      'groupOutput-1': ['groupOutput']
    },
    'groupInput-1 > dense-1 > dropout-1 > groupOutput-1'
  )
const twice = (definition: Network): Document =>
  documentOf(
    network(
      {
        'input-1': vector,
        'group-1': ['group', { network: 'net-half' }],
        'group-2': ['group', { network: 'net-half' }],
        'output-1': ['output']
      },
      'input-1 > group-1:groupInput-1',
      'group-1:groupOutput-1 > group-2:groupInput-1',
      'group-2:groupOutput-1 > output-1'
    ),
    { definitions: { 'net-half': definition } }
  )

describe('what an edit costs', () => {
  const set = (block: string, name: string, value: number, at = root): Edit => ({
    kind: 'setParam',
    network: at,
    block,
    name,
    value
  })
  const all: readonly (readonly [string, Document, Edit, number])[] = [
    ['a rename', chain(), { kind: 'rename', network: root, block: 'dense-20', name: 'New' }, 1],
    ['more units: the block and the one behind it', chain(), set('dense-20', 'units', 5), 2],
    ['a move', chain(), { kind: 'moveBlocks', network: root, positions: { 'dense-3': { x: 1, y: 2 } } }, 0],
    ['settings', chain(), { kind: 'setName', name: 'New' }, 0],
    [
      'inside a definition, with the groups that use it',
      twice(half(4)),
      set('dropout-1', 'rate', 0.1, 'net-half'),
      3
    ],
    [
      'a rename inside a definition',
      twice(half(4)),
      { kind: 'rename', network: 'net-half', block: 'dense-1', name: 'New' },
      3
    ]
  ]
  it.each(all)('%s', (_, document, edit, cost) => {
    const analyse = createAnalyser()
    expect(analyse(document).recomputed).toBeGreaterThan(5)
    expect(analyse(document).recomputed).toBe(0)
    const after = edited(document, edit)
    expect(analyse(after).recomputed).toBe(cost)
    expect(briefly(analyse(after))).toEqual(briefly(analyseOnce(after)))
  })

  it('is that of the definition once for instances that are given the same', () => {
    const same = analyseOnce(twice(half(4)))
    expect(same.root.blocks.get('group-1')?.inside).toBe(same.root.blocks.get('group-2')?.inside)
    const other = analyseOnce(twice(half(3)))
    expect(other.root.blocks.get('group-1')?.inside).not.toBe(other.root.blocks.get('group-2')?.inside)
    expect(other.root.blocks.get('group-2')?.outTypes).toEqual(other.root.blocks.get('group-1')?.outTypes)
  })
})

describe('definitions', () => {
  const flattening = network(
    {
      'groupInput-1': ['groupInput'],
      'dense-1': dense,
      'lstm-1': ['lstm'],
      'groupOutput-1': ['groupOutput']
    },
    'groupInput-1 > dense-1 > lstm-1 > groupOutput-1'
  )
  const given = (...inputs: readonly BriefBlock[]): Document =>
    documentOf(
      network(
        {
          ...Object.fromEntries(inputs.map((input, i) => [`input-${i}`, input])),
          ...Object.fromEntries(
            inputs.map((_, i) => [`group-${i}`, ['group', { network: 'net-a' }] as const])
          ),
          'concatenate-1': ['concatenate'],
          'output-1': ['output']
        },
        ...inputs.flatMap((_, i) => [
          `input-${i} > group-${i}:groupInput-1`,
          `group-${i}:groupOutput-1 > concatenate-1`
        ]),
        'concatenate-1 > output-1'
      ),
      { definitions: { 'net-a': flattening } }
    )

  it('are checked for every set of types that they are given', () => {
    const series: BriefBlock = ['input', { shape: [5, 3] }]
    expect(errorsOf(analyseOnce(given(series)))).toEqual([])
    expect(errorsOf(analyseOnce(given(series, vector)))).toEqual([
      'LSTM reads a sequence of time × features, but gets 4.'
    ])
  })

  it('tell the same only once', () => {
    const analysis = analyseOnce(given(vector, ['input', { shape: [4], field: 'b' }]))
    expect(briefly(analysis)).toEqual(['error types lstm-1 in', 'warning no-data'])
  })

  it('nested 32 deep, each used twice, cost what they are', () => {
    const definitions = Object.fromEntries(
      Array.from({ length: 32 }, (_, level) => {
        const group: BriefBlock = ['group', { network: `net-${level - 1}` }]
        const inner: BriefBlock = level === 0 ? dense : group
        const [into, out] = level === 0 ? ['in', 'out'] : ['groupInput-1', 'groupOutput-1']
        const level1 = network(
          { 'groupInput-1': ['groupInput'], 'a-1': inner, 'b-1': inner, 'groupOutput-1': ['groupOutput'] },
          `groupInput-1 > a-1:${into}`,
          `a-1:${out} > b-1:${into}`,
          `b-1:${out} > groupOutput-1`
        )
        return [`net-${level}`, level1]
      })
    )
    const document = documentOf(
      network(
        { 'input-1': vector, 'group-1': ['group', { network: 'net-31' }], 'output-1': ['output'] },
        'input-1 > group-1:groupInput-1',
        'group-1:groupOutput-1 > output-1'
      ),
      { definitions }
    )
    const analysis = analyseOnce(document)
    expect(errorsOf(analysis)).toEqual([])
    expect(analysis.recomputed).toBe(3 + 32 * 4)
    const lowered = lower(document, analysis)
    if (!lowered.ok) throw new Error('not lowered')
    expect(lowered.value.graphs.size).toBe(32)
    const flat = flattenNetwork(lowered.value)
    expect(flat).toEqual({
      ok: false,
      error:
        'With every group opened this network has 4294967296 layers; 20000 are the most that can be trained here.'
    })
  })
})

describe('what leads nowhere', () => {
  const net = (extra: Readonly<Record<string, BriefBlock>>, ...wires: readonly string[]): Network =>
    network(
      {
        'input-1': vector,
        'dense-1': ['dense', { units: 4, activation: 'softmax' }],
        'output-1': ['output'],
        ...extra
      },
      'input-1 > dense-1 > output-1',
      ...wires
    )
  const broken = network(
    { 'lstm-1': ['lstm', { units: -1 }], 'groupOutput-1': ['groupOutput'] },
    'lstm-1 > groupOutput-1'
  )

  it.each<readonly [string, Document, readonly string[]]>([
    [
      'a block with nothing at its input',
      documentOf(net({ 'dense-2': dense })),
      ['warning missing-input dense-2 in', 'warning loose-end dense-2 out', 'warning no-data']
    ],
    [
      'a mistake behind a live block',
      documentOf(net({ 'lstm-1': ['lstm'] }, 'dense-1 > lstm-1')),
      ['warning types lstm-1 in', 'warning loose-end lstm-1 out', 'warning no-data']
    ],
    [
      'a circle beside the network',
      documentOf(net({ 'add-1': ['add'], 'add-2': ['add'] }, 'add-1 > add-2 > add-1')),
      ['warning cycle add-2', 'warning no-data']
    ],
    [
      'an unknown type',
      documentOf(net({ 'x-1': ['hologram'] }, 'dense-1 > x-1')),
      ['warning unknown-type x-1', 'warning no-data']
    ],
    [
      'a definition that nobody uses',
      documentOf(net({}), { definitions: { 'net-broken': broken } }),
      ['warning param lstm-1 units', 'warning missing-input lstm-1 in', 'warning no-data']
    ],
    [
      'a definition whose group leads nowhere',
      documentOf(net({ 'group-1': ['group', { network: 'net-broken' }] }), {
        definitions: { 'net-broken': broken }
      }),
      [
        'warning param lstm-1 units',
        'warning missing-input lstm-1 in',
        'warning loose-end group-1 groupOutput-1',
        'warning no-data'
      ]
    ]
  ])('does not keep the rest from training: %s', (_, document, problems) => {
    const analysis = analyseOnce(document)
    expect(briefly(analysis).toSorted()).toEqual(problems.toSorted())
    const lowered = lower(document, analysis)
    if (!lowered.ok) throw new Error('not lowered')
    expect(lowered.value.root.nodes.map(node => node.block)).toEqual(['dense-1'])
  })

  it('without any Output nothing is played down', () => {
    const document = documentOf(network({ 'dense-1': dense, 'lstm-1': ['lstm'] }), { data: digits })
    expect(briefly(analyseOnce(document)).filter(problem => problem.startsWith('error'))).toEqual([
      'error missing-input dense-1 in',
      'error missing-input lstm-1 in',
      'error no-output'
    ])
  })
})

it('keeps what it does not understand as it is', () => {
  const document = documentOf(
    network(
      { 'x-1': ['hologram', { depth: 3 }], 'dense-1': ['dense', { units: 1e9, extra: 'kept' }] },
      'x-1:beam > dense-1:lens'
    )
  )
  const before = structuredClone(document)
  expect(errorsOf(analyseOnce(document)).length).toBeGreaterThan(0)
  expect(document).toEqual(before)
})
