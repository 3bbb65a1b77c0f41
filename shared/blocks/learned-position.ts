import { add, attr, call, index, method, name, neg, sub } from '../codegen/python/expr'
import { nn, torch } from '../codegen/python/modules'
import { assign, returns } from '../codegen/python/statement'
import { fail } from '../result'
import { defineBlock } from './block'
import { int } from './params'
import { positioned } from './position'
import { kerasPosition, ops, torchPosition } from './position-classes'
import { ofSelf } from './torch-module'
import { trained, type Initializer } from './weights'

const start: Initializer = { kind: 'uniform', limit: 0.05 }

/**
 * A vector for each position, learned and added: Gehring et al. 2017, section 3.1. Steps behind the last position
 * count as the last. Source: KerasHub `PositionEmbedding`, which takes no longer sequences.
 */
export const learnedPosition = defineBlock({
  type: 'learnedPosition',
  label: 'LearnedPosition',
  aliases: ['position embedding', 'positional embedding', 'PositionEmbedding'],
  tasks: ['transformer', 'GPT', 'BERT', 'text', 'sequence', 'order of words', 'language'],
  group: 'attention',
  docs: {
    summary:
      'Adds a list of numbers to each step of a sequence: one for the first step, another for the second, and so on, all of them learned.',
    use: 'Between an Embedding and the first attention, which by itself takes no notice of the order, where it is known how long sequences get.',
    formula: {
      tex: 'y_t = x_t + P_t',
      spoken: 'y at step t is x at step t plus the row of P for t',
      where: [
        ['x_t', 'the features at step t'],
        ['P', 'a table: one row of numbers for each position, learned']
      ]
    }
  },
  params: {
    length: int({
      label: 'Positions',
      help: 'How long the longest sequence is. In a longer one, all steps behind the last position count as the last.',
      unit: 'steps',
      default: 512,
      min: 1
    })
  },
  inputs: { in: 'one' },
  card: p => `${p.length} positions`,
  infer: ({ in: x }, p) => {
    const steps = x.shape[0] ?? 0
    if (x.shape.length === 2 && steps > p.length)
      return fail({
        port: 'in',
        message: `LearnedPosition has ${p.length} positions, but gets a sequence of ${steps} steps: give it as many positions.`,
        expected: `at most ${p.length} steps`,
        hints: [{ kind: 'set', param: 'length', value: steps }]
      })
    return positioned('LearnedPosition', x)
  },
  weights: ({ in: x }, p) => [trained('positions', [p.length, x.shape[1] ?? 0], start)],
  ops: (b, { in: x }, p, weight) => {
    const steps = x.shape[1] ?? 0
    const data = Int32Array.from({ length: steps }, (_, step) => Math.min(step, p.length - 1))
    const rows = b.gather(weight('positions'), b.constant({ shape: [steps], data }, 'int32'))
    return [b.withMask(b.add(x, rows), x.mask)]
  },
  keras: p => ({ helper: kerasHelper(), layer: call(common.name, [p.length]) }),
  pytorch: (p, io) => {
    const x = io.take('in', 'plain')
    return {
      helper: torchHelper(),
      module: call(common.name, [p.length, io.types.in.shape[1] ?? 0]),
      forward: self => call(self, [x]),
      state: weight => ({ 'positions.weight': weight('positions') }),
      init: { 'positions.weight': start }
    }
  }
})

const x = name('x')
const length = name('length')
const last = sub(ofSelf('length'), 1)

const common = {
  name: 'PositionEmbedding',
  docstring: 'Adds a learned vector to each step, that of its position.',
  keeps: ['length']
} as const

const kerasHelper = () =>
  kerasPosition({
    ...common,
    build: [
      assign(
        ofSelf('positions'),
        method(name('self'), 'add_weight', [], {
          shape: [ofSelf('length'), index(name('input_shape'), neg(1))],
          initializer: 'uniform',
          name: 'positions'
        })
      )
    ],
    call: [
      assign('steps', call(ops('arange'), [index(call(ops('shape'), [x]), 1)])),
      assign('steps', call(ops('minimum'), [name('steps'), last])),
      returns(add(x, call(ops('take'), [ofSelf('positions'), name('steps')], { axis: 0 })))
    ]
  })

const torchHelper = () =>
  torchPosition({
    ...common,
    takes: ['length', 'width'],
    made: [assign(ofSelf('positions'), call(nn('Embedding'), [length, name('width')]))],
    call: [
      assign('steps', call(torch('arange'), [method(x, 'size', [1])], { device: attr(x, 'device') })),
      assign('steps', method(name('steps'), 'clamp', [], { max: last })),
      returns(add(x, call(ofSelf('positions'), [name('steps')])))
    ]
  })
