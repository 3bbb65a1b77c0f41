/** What activations with a setting of their own share: everything but the curve. */
import { call, type PyExpr } from '../codegen/python/expr'
import type { OpsBuilder } from '../network/builder'
import type { Value } from '../network/program'
import { fail, ok } from '../result'
import { defineBlock, type Face, type LayerBlock } from './block'
import { notTokens } from './not-tokens'
import type { Params, Values } from './params'

interface Curve<P extends Params> extends Omit<Face<P>, 'group' | 'tasks'> {
  readonly ops: (b: OpsBuilder, x: Value, p: Values<P>) => Value
  readonly keras: (p: Values<P>) => PyExpr
  /** A module, or a plain function of the value. */
  readonly pytorch: (p: Values<P>) => PyExpr | ((x: PyExpr) => PyExpr)
}

/** A block that passes every number through a curve, whatever the shape. */
export function curveBlock<const P extends Params>({ ops, keras, pytorch, ...face }: Curve<P>): LayerBlock {
  return defineBlock<P, { readonly in: 'one' }>({
    ...face,
    tasks: ['non-linearity', 'dead units'],
    group: 'activation',
    inputs: { in: 'one' },
    infer: ({ in: x }) => (x.dtype === 'int32' ? fail(notTokens(face.label)) : ok([x])),
    ops: (b, { in: x }, p) => [ops(b, x, p)],
    keras: p => ({ layer: keras(p) }),
    pytorch: (p, io) => {
      const x = io.take('in', 'any')
      const layout = io.layout('in')
      const made = pytorch(p)
      return typeof made === 'function'
        ? { forward: () => made(x), layout }
        : { module: made, forward: self => call(self, [x]), layout }
    }
  })
}
