/** What blocks that change images at random have in common: everything but the change. */
import { attr, call, name, type PyExpr, type PyParam } from '../codegen/python/expr'
import { torch } from '../codegen/python/modules'
import type { PyStatement } from '../codegen/python/statement'
import type { OpsBuilder } from '../network/builder'
import type { Value } from '../network/program'
import { fail, ok } from '../result'
import { defineBlock, type Face, type LayerBlock, type Mistake, type TorchHelper } from './block'
import type { Params, Values } from './params'
import { shapeText } from './tensor-type'
import { kept, torchModule, unlessTraining } from './torch-module'
import { imageSize } from './windows'

interface Augmentation<P extends Params> extends Omit<Face<P>, 'group' | 'tasks'> {
  /** What is wrong with the settings. */
  readonly mistake?: (p: Values<P>) => Mistake | undefined
  /** While training; x is `[batch, height, width, channels]`. */
  readonly ops: (b: OpsBuilder, x: Value, p: Values<P>) => Value
  readonly keras: (p: Values<P>) => PyExpr
  /** torch.nn has no such modules: a class of our own, and how it is made. */
  readonly helper: () => TorchHelper
  readonly pytorch: (p: Values<P>) => PyExpr
}

/** A block that changes images at random while training, and else does nothing. */
export function augmentationBlock<const P extends Params>({
  mistake,
  ops,
  keras,
  helper,
  pytorch,
  ...face
}: Augmentation<P>): LayerBlock {
  return defineBlock<P, { readonly in: 'one' }>({
    ...face,
    tasks: ['augmentation', 'overfitting', 'image', 'picture', 'few samples'],
    group: 'regularisation',
    inputs: { in: 'one' },
    infer: ({ in: x }, p) => {
      if (!imageSize(x))
        return fail({
          port: 'in',
          message: `${face.label} needs an image of height × width × channels, but gets ${shapeText(x.shape)}.`,
          expected: 'an image'
        })
      const wrong = mistake?.(p)
      return wrong ? fail(wrong) : ok([x])
    },
    ops: (b, { in: x }, p) => [b.training ? ops(b, x, p) : x],
    keras: p => ({ layer: keras(p) }),
    pytorch: (p, io) => ({
      module: pytorch(p),
      forward: self => call(self, [io.take('in', 'channels-first')]),
      layout: { kind: 'channels-first' },
      helper: helper()
    })
  })
}

/** A module that keeps its settings and, while training, runs `body` on `x` (`[batch, channels, height, width]`). */
export function augmentationHelper(
  className: string,
  settings: readonly (string | PyParam)[],
  docstring: string,
  body: readonly PyStatement[]
): TorchHelper {
  return torchModule({
    name: className,
    docstring,
    takes: settings,
    init: kept(settings),
    forward: [unlessTraining(), ...body]
  })
}

/** In PyTorch: a number from 0 to 1 for each image of `x`. */
export function torchDraw(): PyExpr {
  const x = name('x')
  return call(torch('rand'), [call('len', [x]), 1, 1, 1], { device: attr(x, 'device') })
}
