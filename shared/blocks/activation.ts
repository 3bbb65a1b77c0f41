import { call } from '../codegen/python/expr'
import { layers } from '../codegen/python/modules'
import { fail, ok } from '../result'
import {
  activated,
  activation as activationParam,
  activationLayer,
  ACTIVATIONS,
  activationOf
} from './activations'
import { defineBlock } from './block'

/** A function applied to every number, or along the last axis (softmax). */
export const activation = defineBlock({
  type: 'activation',
  label: 'Activation',
  aliases: Object.values(ACTIVATIONS).map(a => a.label),
  group: 'activation',
  docs: {
    summary: 'Bends straight lines: without it, layers in a row could do no more than one.',
    use: 'Behind layers that have none of their own, or behind Add and BatchNormalization.',
    formula: 'y = f(x)'
  },
  params: { function: activationParam('relu') },
  inputs: { in: 'one' },
  activationParam: 'function',
  card: p => ACTIVATIONS[p.function].label,
  infer: ({ in: x }) =>
    x.dtype === 'int32'
      ? fail({
          port: 'in',
          message: 'Activation works on numbers, but gets token ids: put it behind the Embedding.',
          expected: 'numbers'
        })
      : ok([x]),
  ops: (b, { in: x }, p) => [activationOf(p.function).ops(b, x)],
  tfjs: p => [activationLayer(p.function)],
  keras: p => ({ layer: call(layers('Activation'), [activationOf(p.function).keras]) }),
  pytorch: (p, io) => {
    const layout = io.layout('in')
    // Softmax over flattened features does not mind their order.
    const axis = layout.kind === 'channels-first' ? 1 : -1
    return { forward: () => activated(p.function, io.take('in', 'any'), axis), layout }
  }
})
