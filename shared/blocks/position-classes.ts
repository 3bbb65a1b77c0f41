/** Layers that add something to each step, as classes: neither Keras nor PyTorch has such a layer. */
import { call, doubleStar, method, name, param, type PyExpr } from '../codegen/python/expr'
import { keras, layers } from '../codegen/python/modules'
import { assign, classDef, def, run, type Body } from '../codegen/python/statement'
import type { HelperClass, TorchHelper } from './block'
import { kept, ofSelf, torchModule } from './torch-module'

interface PositionClass {
  readonly name: string
  readonly docstring: string
  /** What its constructor is given and keeps. */
  readonly keeps: readonly string[]
  /** From `x` to what is returned. */
  readonly call: Body
}

export const ops = (fn: string): PyExpr => keras(`ops.${fn}`)

/** A Keras layer that passes the mask on. `build` makes its weights, from `input_shape`. */
export function kerasPosition(of: PositionClass & { readonly build?: Body }): HelperClass {
  const kwargs = param('kwargs', { star: '**' })
  return {
    name: of.name,
    statement: classDef(
      of.name,
      [layers('Layer')],
      [
        def(
          '__init__',
          ['self', ...of.keeps, kwargs],
          [
            run(method(call('super'), '__init__', [doubleStar(name('kwargs'))])),
            ...kept(of.keeps),
            assign(ofSelf('supports_masking'), true)
          ]
        ),
        ...(of.build ? [def('build', ['self', 'input_shape'], of.build)] : []),
        def('call', ['self', 'x'], of.call)
      ],
      { docstring: of.docstring }
    )
  }
}

/** A PyTorch module. `made` are its own modules. */
export function torchPosition({
  keeps,
  takes = keeps,
  made = [],
  call: forward,
  ...of
}: PositionClass & { readonly takes?: readonly string[]; readonly made?: Body }): TorchHelper {
  return torchModule({ ...of, takes, init: [...kept(keeps), ...made], forward })
}
