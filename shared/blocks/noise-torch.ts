/** Noise in PyTorch, which has no module for it. */
import { attr, call, method, mul, name, not, type PyExpr } from '../codegen/python/expr'
import { nn, torch } from '../codegen/python/modules'
import { assign, classDef, def, returns, run, when } from '../codegen/python/statement'
import type { TorchHelper } from './block'

interface NoiseClass {
  readonly name: string
  readonly docstring: string
  /** The argument of its constructor. */
  readonly argument: string
  /** The deviation of the noise, of that argument. */
  readonly stddev: (argument: PyExpr) => PyExpr
  /** What becomes of `x`. */
  readonly changed: (x: PyExpr, noise: PyExpr) => PyExpr
}

/** A module that draws noise of mean 0 while training. */
export function noiseHelper({
  name: className,
  docstring,
  argument,
  stddev,
  changed
}: NoiseClass): TorchHelper {
  const deviation = attr(name('self'), 'stddev')
  const x = name('x')
  return {
    name: className,
    statement: classDef(
      className,
      [nn('Module')],
      [
        def(
          '__init__',
          ['self', argument],
          [run(method(call('super'), '__init__')), assign(deviation, stddev(name(argument)))]
        ),
        def(
          'forward',
          ['self', 'x'],
          [
            when(not(attr(name('self'), 'training')), [returns(x)]),
            returns(changed(x, mul(deviation, call(torch('randn_like'), [x]))))
          ]
        )
      ],
      { docstring }
    )
  }
}
