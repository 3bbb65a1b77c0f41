import { call } from '../codegen/python/expr'
import { layers, nn } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { ACTIVATIONS } from './activation-table'
import { activated, activation, activationOf, kerasActivation, withActivation } from './activations'
import { defineBlock } from './block'
import { flag, int } from './params'
import { tensor } from './tensor-type'
import { reorderRows, transposed } from './torch-weights'
import { glorotUniform, trained, zeros } from './weights'

/** `y = f(x W + b)` over the last axis. Source: Keras 3 `layers.Dense`, PyTorch `nn.Linear`. */
export const dense = defineBlock({
  type: 'dense',
  label: 'Dense',
  aliases: ['fully connected', 'linear', 'perceptron', 'MLP'],
  tasks: ['classification', 'regression', 'table', 'numbers', 'last layer'],
  group: 'core',
  docs: {
    summary: 'Every input feeds every unit: each unit adds up all inputs, each times a weight of its own.',
    use: 'The plain building block: for tables of numbers, behind Flatten, and as the last layer, with one unit for each class.',
    formula: {
      tex: 'y = f(xW + b)',
      spoken: 'y is f of x times W plus b',
      where: [
        ['x', 'what comes in'],
        ['W', 'the weights: one for each input of each unit'],
        ['b', 'the biases: one for each unit'],
        ['f', 'the activation']
      ]
    }
  },
  params: {
    units: int({
      label: 'Units',
      help: 'How many numbers it computes; in the last layer one for each class.',
      default: 64,
      min: 1
    }),
    activation: activation(),
    useBias: flag({ label: 'Bias', help: 'Adds a number of its own to each unit.', default: true })
  },
  inputs: { in: 'one' },
  activationParam: 'activation',
  card: p =>
    [
      p.units === 1 ? '1 unit' : `${p.units} units`,
      ...(p.activation === 'linear' ? [] : [ACTIVATIONS[p.activation].label])
    ].join(' · '),
  infer: ({ in: x }, p) => {
    const features = x.shape.at(-1)
    if (features === undefined || features === null)
      return fail({
        port: 'in',
        message: `Dense needs a known number of features, but gets ${x.shape.length === 0 ? 'a single number' : 'an open length'}.`
      })
    if (x.dtype === 'int32')
      return fail({
        port: 'in',
        message: 'Dense computes with numbers, but gets token ids: an Embedding turns each id into a vector.',
        why: 'token-ids',
        expected: 'numbers',
        ...(x.shape.length <= 1 && { hints: [{ kind: 'insert-before', port: 'in', type: 'embedding' }] })
      })
    return ok([tensor([...x.shape.slice(0, -1), p.units], 'float32', x.mask)])
  },
  weights: ({ in: x }, p) => {
    const kernel = [x.shape.at(-1) ?? 0, p.units]
    const bias = p.useBias ? [trained('bias', [p.units], zeros)] : []
    return [trained('kernel', kernel, glorotUniform(kernel)), ...bias]
  },
  ops: (b, { in: x }, p, weight) => {
    const y = b.matmul(x, weight('kernel'))
    return [activationOf(p.activation).ops(b, p.useBias ? b.add(y, weight('bias')) : y)]
  },
  tfjs: p =>
    withActivation({ className: 'Dense', config: { units: p.units, useBias: p.useBias } }, p.activation),
  keras: p => ({
    layer: call(layers('Dense'), [p.units], {
      activation: kerasActivation(p.activation),
      use_bias: p.useBias ? undefined : false
    })
  }),
  pytorch: (p, io) => {
    const features = io.types.in.shape.at(-1) ?? 0
    const layout = io.layout('in')
    const x = io.take('in', layout.kind === 'flattened' ? 'any' : 'plain')
    return {
      module: call(nn('Linear'), [features, p.units], { bias: p.useBias ? undefined : false }),
      forward: self => activated(p.activation, call(self, [x])),
      state: weight => ({
        weight: transposed(reorderRows(weight('kernel'), layout), [1, 0]),
        ...(p.useBias && { bias: weight('bias') })
      }),
      init: { weight: glorotUniform([features, p.units]), ...(p.useBias && { bias: zeros }) }
    }
  }
})
