import { call } from '../codegen/python/expr'
import { layers } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { ACTIVATIONS } from './activation-table'
import { activated, activationLayer, activationOf, anyActivation } from './activations'
import { defineBlock } from './block'
import { notTokens } from './not-tokens'

/** A function applied to every number, or along the last axis (softmax). */
export const activation = defineBlock({
  type: 'activation',
  label: 'Activation',
  aliases: Object.values(ACTIVATIONS).map(a => a.label),
  tasks: ['non-linearity', 'probabilities', 'last layer'],
  group: 'activation',
  docs: {
    summary:
      'Passes every number through a curve. Without one, layers in a row could do no more than a single layer.',
    use: 'Behind layers that have no activation of their own, or behind Add and BatchNormalization.',
    formula: {
      tex: 'y = f(x)',
      spoken: 'y is f of x',
      where: [
        ['x', 'what comes in'],
        ['f', 'the function that is chosen above']
      ]
    }
  },
  params: { function: anyActivation('relu') },
  inputs: { in: 'one' },
  activationParam: 'function',
  card: p => ACTIVATIONS[p.function].label,
  infer: ({ in: x }, p) => {
    if (x.dtype === 'int32') return fail(notTokens('Activation'))
    if (x.mask && typeof activationOf(p.function).keras !== 'string')
      return fail({
        port: 'in',
        message: `Padding is marked here, and in Keras ${ACTIVATIONS[p.function].label} would lose the marks: GELU keeps them, and its results are almost the same.`,
        hints: [{ kind: 'set', param: 'function', value: 'gelu' }]
      })
    return ok([x])
  },
  ops: (b, { in: x }, p) => [activationOf(p.function).ops(b, x)],
  tfjs: p => [activationLayer(p.function)],
  keras: p => {
    const { keras } = activationOf(p.function)
    return typeof keras === 'string'
      ? { layer: call(layers('Activation'), [keras]) }
      : { called: ({ in: x }) => keras(x) }
  },
  pytorch: (p, io) => {
    const layout = io.layout('in')
    // Softmax over flattened features does not mind their order.
    const axis = layout.kind === 'channels-first' ? 1 : -1
    return { forward: () => activated(p.function, io.take('in', 'any'), axis), layout }
  }
})
