/** Layers that add something to each step, as classes: neither Keras nor PyTorch has such a layer. */
import { attr, call, doubleStar, method, name, param, type PyExpr } from '../codegen/python/expr'
import { keras, layers, nn } from '../codegen/python/modules'
import { assign, classDef, def, run, type Body, type PyStatement } from '../codegen/python/statement'
import type { HelperClass, TorchHelper } from './block'

interface PositionClass {
  readonly name: string
  readonly docstring: string
  /** What its constructor is given and keeps. */
  readonly keeps: readonly string[]
  /** From `x` to what is returned. */
  readonly call: Body
}

export const self = (attribute: string): PyExpr => attr(name('self'), attribute)
export const ops = (fn: string): PyExpr => keras(`ops.${fn}`)

const kept = (names: readonly string[]): readonly PyStatement[] =>
  names.map(attribute => assign(self(attribute), name(attribute)))

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
            assign(self('supports_masking'), true)
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
export function torchPosition(
  of: PositionClass & { readonly takes?: readonly string[]; readonly made?: Body }
): TorchHelper {
  return {
    name: of.name,
    statement: classDef(
      of.name,
      [nn('Module')],
      [
        def(
          '__init__',
          ['self', ...(of.takes ?? of.keeps)],
          [run(method(call('super'), '__init__')), ...kept(of.keeps), ...(of.made ?? [])]
        ),
        def('forward', ['self', 'x'], of.call)
      ],
      { docstring: of.docstring }
    )
  }
}
