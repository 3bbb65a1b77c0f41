import { describe, expect, it } from 'vitest'
import type { Document } from '../document/schema'
import { documentOf, network } from '../graph/testing'
import { dense, lowered, opened, output, vector } from './lower-testing'
import type { Network } from './network'

describe('the last activation', () => {
  /** Values, how each output gets them, and the activation that each layer keeps. */
  const told = ({ root, outputs }: Network) => ({
    outputs: outputs.map(
      ({ value, head, fromScores }) => `${value.block} ${head} ${fromScores ? 'scores' : 'results'}`
    ),
    layers: root.nodes.map(node =>
      node.kind === 'layer'
        ? `${node.block} ${String(node.values['activation'] ?? node.values['function'] ?? '')}`
        : node.block
    )
  })

  it.each<readonly [string, Document, readonly string[], readonly string[]]>([
    [
      'softmax of a Dense goes to the loss',
      documentOf(
        network(
          { 'input-1': vector, 'dense-1': dense(3, 'softmax'), 'output-1': output() },
          'input-1 > dense-1 > output-1'
        )
      ),
      ['dense-1 softmax scores'],
      ['dense-1 linear']
    ],
    [
      'sigmoid too',
      documentOf(
        network(
          { 'input-1': vector, 'dense-1': dense(1, 'sigmoid'), 'output-1': output('binaryCrossEntropy') },
          'input-1 > dense-1 > output-1'
        )
      ),
      ['dense-1 sigmoid scores'],
      ['dense-1 linear']
    ],
    [
      'an Activation block is left out altogether',
      documentOf(
        network(
          {
            'input-1': vector,
            'dense-1': dense(3),
            'activation-1': ['activation', { function: 'softmax' }],
            'output-1': output()
          },
          'input-1 > dense-1 > activation-1 > output-1'
        )
      ),
      ['dense-1 softmax scores'],
      ['dense-1 linear']
    ],
    [
      'none: what arrives is scores',
      documentOf(
        network(
          { 'input-1': vector, 'dense-1': dense(3), 'output-1': output() },
          'input-1 > dense-1 > output-1'
        )
      ),
      ['dense-1 softmax scores'],
      ['dense-1 linear']
    ],
    [
      'another one stays, and gives scores',
      documentOf(
        network(
          { 'input-1': vector, 'dense-1': dense(3, 'relu'), 'output-1': output() },
          'input-1 > dense-1 > output-1'
        )
      ),
      ['dense-1 softmax scores'],
      ['dense-1 relu']
    ],
    [
      'softmax that something else reads stays',
      documentOf(
        network(
          {
            'input-1': vector,
            'dense-1': dense(3, 'softmax'),
            'dense-2': dense(2, 'softmax'),
            'output-1': output(),
            'output-2': output()
          },
          'input-1 > dense-1 > output-1',
          'dense-1 > dense-2 > output-2'
        )
      ),
      ['dense-1 none results', 'dense-2 softmax scores'],
      ['dense-1 softmax', 'dense-2 linear']
    ],
    [
      'softmax that two Outputs read stays',
      documentOf(
        network(
          { 'input-1': vector, 'dense-1': dense(3, 'softmax'), 'output-1': output(), 'output-2': output() },
          'input-1 > dense-1 > output-1',
          'dense-1 > output-2'
        )
      ),
      ['dense-1 none results', 'dense-1 none results'],
      ['dense-1 softmax']
    ],
    [
      'softmax of shared weights stays',
      documentOf(
        network(
          {
            'input-1': vector,
            'dense-1': dense(4, 'softmax'),
            'dense-2': dense(4, 'softmax', { weightsOf: 'dense-1' }),
            'output-1': output()
          },
          'input-1 > dense-1 > dense-2 > output-1'
        )
      ),
      ['dense-2 none results'],
      ['dense-1 softmax', 'dense-2 softmax']
    ],
    [
      'softmax before a squared error stays',
      documentOf(
        network(
          { 'input-1': vector, 'dense-1': dense(3, 'softmax'), 'output-1': output('meanSquaredError') },
          'input-1 > dense-1 > output-1'
        )
      ),
      ['dense-1 none results'],
      ['dense-1 softmax']
    ]
  ])('%s', (_, document, outputs, layers) => {
    expect(told(lowered(document))).toEqual({ outputs, layers })
  })

  it('stays inside a group, and the loss is from probabilities', () => {
    const inside = network(
      { 'groupInput-1': ['groupInput'], 'dense-1': dense(3, 'softmax'), 'groupOutput-1': ['groupOutput'] },
      'groupInput-1 > dense-1 > groupOutput-1'
    )
    const document = documentOf(
      network(
        { 'input-1': vector, 'group-1': ['group', { network: 'net-a' }], 'output-1': output() },
        'input-1 > group-1:groupInput-1',
        'group-1:groupOutput-1 > output-1'
      ),
      { definitions: { 'net-a': inside } }
    )
    expect(lowered(document).outputs).toMatchObject([{ head: 'none', fromScores: false }])
    expect(opened(document).layers.map(layer => layer.node.values['activation'])).toEqual(['softmax'])
  })
})
