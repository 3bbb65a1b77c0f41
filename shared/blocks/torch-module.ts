/** Modules of ours for PyTorch, where `torch.nn` has none. */
import { attr, call, method, name, not, type PyExpr, type PyParam } from '../codegen/python/expr'
import { nn } from '../codegen/python/modules'
import { assign, classDef, def, returns, run, when, type PyStatement } from '../codegen/python/statement'
import type { TorchHelper } from './block'

export const ofSelf = (attribute: string): PyExpr => attr(name('self'), attribute)

interface TorchModule {
  readonly name: string
  readonly docstring: string
  /** What its constructor is given. */
  readonly takes: readonly (string | PyParam)[]
  /** Of the constructor, behind that of `nn.Module`. */
  readonly init: readonly PyStatement[]
  /** From `x` to what is returned. */
  readonly forward: readonly PyStatement[]
}

export function torchModule({ name: className, docstring, takes, init, forward }: TorchModule): TorchHelper {
  return {
    name: className,
    statement: classDef(
      className,
      [nn('Module')],
      [
        def('__init__', ['self', ...takes], [run(method(call('super'), '__init__')), ...init]),
        def('forward', ['self', 'x'], forward)
      ],
      { docstring }
    )
  }
}

/** `self.setting = setting` for each that the constructor is given. */
export function kept(settings: readonly (string | PyParam)[]): readonly PyStatement[] {
  return settings.map(setting => {
    const called = typeof setting === 'string' ? setting : setting.name
    return assign(ofSelf(called), name(called))
  })
}

/** Hands `x` on as it is after training. */
export function unlessTraining(): PyStatement {
  return when(not(ofSelf('training')), [returns(name('x'))])
}
