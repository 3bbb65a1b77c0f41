/** What blocks share that change numbers at random while training and hand them on as they are afterwards. */
import { call, type PyExpr } from '../codegen/python/expr'
import type { OpsBuilder } from '../network/builder'
import type { Value } from '../network/program'
import { fail, ok } from '../result'
import { defineBlock, type BlockSpec, type LayerBlock, type TorchHelper } from './block'
import { notTokens } from './not-tokens'
import { float, type FloatParam, type Params, type Values } from './params'
import type { TensorType } from './tensor-type'

interface Noise<P extends Params> extends Pick<
  BlockSpec<P, { readonly in: 'one' }>,
  'type' | 'label' | 'aliases' | 'tasks' | 'docs' | 'params' | 'card'
> {
  /** What becomes of x `[batch, ...]` while training. */
  readonly changed: (b: OpsBuilder, x: Value, p: Values<P>) => Value
  readonly keras: (p: Values<P>) => PyExpr
  readonly pytorch: (p: Values<P>) => PyExpr
  readonly helper?: () => TorchHelper
}

/** A block that draws for each number by itself; a mask goes on. */
export function noiseBlock<const P extends Params>(noise: Noise<P>): LayerBlock {
  const { changed, keras, pytorch, helper, ...face } = noise
  return defineBlock<P, { readonly in: 'one' }>({
    ...face,
    group: 'regularisation',
    inputs: { in: 'one' },
    infer: ({ in: x }) =>
      x.dtype === 'int32' ? fail(notTokens(noise.label)) : ok<readonly TensorType[]>([x]),
    ops: (b, { in: x }, p) => [b.training ? changed(b, x, p) : x],
    keras: p => ({ layer: keras(p) }),
    pytorch: (p, io) => ({
      module: pytorch(p),
      forward: self => call(self, [io.take('in', 'any')]),
      layout: io.layout('in'),
      ...(helper && { helper: helper() })
    })
  })
}

export function rateParam(help: string, unit: string): FloatParam {
  return float({ label: 'Rate', help, unit, default: 0.5, min: 0, max: 0.99, step: 0.05 })
}

export function rateText({ rate }: { readonly rate: number }): string {
  return `${Math.round(rate * 100)} %`
}
