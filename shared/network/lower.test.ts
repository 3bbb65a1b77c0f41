import { describe, expect, it } from 'vitest'
import type { Document } from '../document/schema'
import { analyseOnce, documentOf, network, type BriefBlock } from '../graph/testing'
import { initialWeights } from './initialise'
import { lower } from './lower'
import { dense, lowered, opened, output, vector } from './lower-testing'
import { countWeights } from './summary'

describe('groups', () => {
  const residual = network(
    {
      'groupInput-1': ['groupInput'],
      'dense-1': dense(4, 'relu'),
      'add-1': ['add'],
      'groupOutput-1': ['groupOutput']
    },
    'groupInput-1 > dense-1 > add-1 > groupOutput-1',
    'groupInput-1 > add-1'
  )
  const uses = (repeat: number, more: BriefBlock[2] = {}): Document =>
    documentOf(
      network(
        {
          'input-1': vector,
          'group-1': ['group', { network: 'net-a' }],
          'group-2': ['group', { network: 'net-a', repeat }, more],
          'output-1': output()
        },
        'input-1 > group-1:groupInput-1',
        'group-1:groupOutput-1 > group-2:groupInput-1',
        'group-2:groupOutput-1 > output-1'
      ),
      { definitions: { 'net-a': residual } }
    )

  it('are one graph and two calls, and have weights apart', () => {
    const network = lowered(uses(2))
    expect([...network.graphs.keys()]).toEqual(['net-a/0'])
    expect(network.root.nodes).toMatchObject([
      { kind: 'call', block: 'group-1', graph: 'net-a/0', repeat: 1 },
      { kind: 'call', block: 'group-2', graph: 'net-a/0', repeat: 2 }
    ])
    const flat = opened(uses(2))
    expect(flat.layers.map(layer => [layer.path, Object.values(layer.inputs).flat()])).toEqual([
      ['group-1/0/dense-1', ['input-1:out']],
      ['group-1/0/add-1', ['group-1/0/dense-1:out', 'input-1:out']],
      ['group-2/0/dense-1', ['group-1/0/add-1:out']],
      ['group-2/0/add-1', ['group-2/0/dense-1:out', 'group-1/0/add-1:out']],
      ['group-2/1/dense-1', ['group-2/0/add-1:out']],
      ['group-2/1/add-1', ['group-2/1/dense-1:out', 'group-2/0/add-1:out']]
    ])
    expect(flat.outputs.map(one => one.value)).toEqual(['group-2/1/add-1:out'])
    expect([...initialWeights(flat, 1).keys()].filter(path => path.endsWith('kernel'))).toEqual([
      'group-1/0/dense-1/kernel',
      'group-2/0/dense-1/kernel',
      'group-2/1/dense-1/kernel'
    ])
    expect(countWeights(flat)).toEqual({ trainable: 60, parameters: 60 })
  })

  it('are a graph for each set of types', () => {
    const plain = network(
      { 'groupInput-1': ['groupInput'], 'dense-1': dense(3, 'relu'), 'groupOutput-1': ['groupOutput'] },
      'groupInput-1 > dense-1 > groupOutput-1'
    )
    const document = { ...uses(1), networks: { ...uses(1).networks, 'net-a': plain } }
    const network1 = lowered(document)
    expect([...network1.graphs].map(([key, graph]) => [key, graph.inputs[0]?.type.shape])).toEqual([
      ['net-a/0', [4]],
      ['net-a/1', [3]]
    ])
  })

  it('are frozen as a whole', () => {
    const flat = opened(uses(2, { frozen: true }))
    expect(flat.layers.map(layer => layer.trainable)).toEqual([true, true, false, false, false, false])
    expect(countWeights(flat)).toEqual({ trainable: 20, parameters: 60 })
  })
})

describe('shared weights', () => {
  const siamese = (...wires: readonly string[]): Document =>
    documentOf(
      network(
        {
          'input-1': vector,
          'input-2': vector,
          'dense-1': dense(3, 'relu'),
          'dense-2': dense(3, 'relu', { weightsOf: 'dense-1' }),
          'dense-3': dense(3, 'relu', { weightsOf: 'dense-1' }),
          'concatenate-1': ['concatenate'],
          'output-1': output('meanSquaredError')
        },
        'input-1 > dense-1',
        'input-2 > dense-2',
        'input-2 > dense-3',
        'concatenate-1 > output-1',
        ...wires
      )
    )

  it('are those of one block', () => {
    const flat = opened(
      siamese('dense-1 > concatenate-1', 'dense-2 > concatenate-1', 'dense-3 > concatenate-1')
    )
    expect(flat.layers.map(layer => layer.weightsPath)).toEqual([
      'dense-1',
      'dense-1',
      'dense-1',
      'concatenate-1'
    ])
    expect(countWeights(flat).parameters).toBe(15)
    expect([...initialWeights(flat, 1).keys()]).toEqual(['dense-1/kernel', 'dense-1/bias'])
  })

  it('are there where their owner leads nowhere', () => {
    const flat = opened(siamese('dense-2 > concatenate-1', 'dense-3 > concatenate-1'))
    expect(flat.layers.map(layer => layer.weightsPath)).toEqual([
      'dense-1',
      'dense-1',
      'dense-1',
      'concatenate-1'
    ])
    expect([...initialWeights(flat, 1).keys()]).toEqual(['dense-1/kernel', 'dense-1/bias'])
  })

  it('are frozen where their owner is, and there alone', () => {
    const trainable = (frozen: readonly string[]): readonly boolean[] => {
      const document = siamese(
        'dense-1 > concatenate-1',
        'dense-2 > concatenate-1',
        'dense-3 > concatenate-1'
      )
      const [[root, main] = ['', network({})]] = Object.entries(document.networks)
      const blocks = Object.fromEntries(
        Object.entries(main.blocks).map(([id, block]) => [id, { ...block, frozen: frozen.includes(id) }])
      )
      const flat = opened({ ...document, networks: { [root]: { ...main, blocks } } })
      return flat.layers.slice(0, 3).map(layer => layer.trainable)
    }
    expect(trainable(['dense-1'])).toEqual([false, false, false])
    expect(trainable(['dense-2', 'dense-3'])).toEqual([true, true, true])
  })
})

describe('what is trained', () => {
  it('is what leads to an Output: here two share a trunk', () => {
    const network1 = lowered(
      documentOf(
        network(
          {
            'input-1': vector,
            'input-2': vector,
            'dense-1': dense(8, 'relu'),
            'dense-2': dense(3, 'softmax'),
            'dense-3': dense(1),
            'dense-4': dense(5),
            'output-1': ['output', { target: 'kind', weight: 0.5 }],
            'output-2': ['output', { target: 'size', loss: 'meanSquaredError' }]
          },
          'input-1 > dense-1 > dense-2 > output-1',
          'dense-1 > dense-3 > output-2',
          'input-2 > dense-4'
        )
      )
    )
    expect(network1.root.inputs.map(input => input.block)).toEqual(['input-1'])
    expect(network1.root.nodes.map(node => node.block)).toEqual(['dense-1', 'dense-2', 'dense-3'])
    expect(network1.outputs).toMatchObject([
      { block: 'output-1', target: 'kind', loss: 'crossEntropy', lossWeight: 0.5 },
      { block: 'output-2', target: 'size', loss: 'meanSquaredError', lossWeight: 1 }
    ])
  })

  it('is not what is frozen', () => {
    const flat = opened(
      documentOf(
        network(
          {
            'input-1': vector,
            'dense-1': dense(3, 'relu', { frozen: true }),
            'dense-2': dense(2),
            'output-1': output()
          },
          'input-1 > dense-1 > dense-2 > output-1'
        )
      )
    )
    expect(countWeights(flat)).toEqual({ trainable: 8, parameters: 23 })
  })

  it('is nothing while there is an error', () => {
    const document = documentOf(network({ 'dense-1': dense(3), 'output-1': output() }, 'dense-1 > output-1'))
    const result = lower(document, analyseOnce(document))
    expect(result.ok ? [] : result.error.map(problem => problem.code)).toEqual(['missing-input'])
  })
})
