/** Noise in PyTorch, which has no module for it. */
import { call, mul, name, type PyExpr } from '../codegen/python/expr'
import { torch } from '../codegen/python/modules'
import { assign, returns } from '../codegen/python/statement'
import type { TorchHelper } from './block'
import { ofSelf, torchModule, unlessTraining } from './torch-module'

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
  const x = name('x')
  return torchModule({
    name: className,
    docstring,
    takes: [argument],
    init: [assign(ofSelf('stddev'), stddev(name(argument)))],
    forward: [unlessTraining(), returns(changed(x, mul(ofSelf('stddev'), call(torch('randn_like'), [x]))))]
  })
}
