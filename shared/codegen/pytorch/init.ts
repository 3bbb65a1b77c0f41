import type { TorchLayer } from '../../blocks/block'
import type { Initializer } from '../../blocks/weights'
import { attr, call, float, index, method, name, tuple, type PyExpr } from '../python/expr'
import { nn } from '../python/modules'
import { assign, comment, forEach, run, type PyStatement } from '../python/statement'

/** `__init__`'s lines that start the weights as everywhere else; layers that start alike share a loop. */
export function initStatements(
  made: readonly { readonly attribute: string; readonly layer: TorchLayer }[]
): readonly PyStatement[] {
  const groups = new Map<string, { readonly self: PyExpr[]; readonly layer: TorchLayer }>()
  for (const { attribute, layer } of made) {
    if (!layer.init && !layer.unused) continue
    const key = JSON.stringify([layer.init, layer.unused], (_, v: unknown) => (isGlorot(v) ? 'glorot' : v))
    const group = groups.get(key) ?? { self: [], layer }
    group.self.push(attr(name('self'), attribute))
    groups.set(key, group)
  }
  const statements = [...groups.values()].flatMap(({ self, layer }): readonly PyStatement[] => {
    const [only] = self
    if (self.length === 1 && only) return startOf(only, layer)
    return [forEach('layer', tuple(self), startOf(name('layer'), layer))]
  })
  return statements.length === 0
    ? []
    : [comment('Weights start as in Keras and Blockprop; PyTorch would start them otherwise.'), ...statements]
}

function isGlorot(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'named' in value && value.named === 'glorot'
}

function startOf(layer: PyExpr, { init = {}, unused = [] }: TorchLayer): readonly PyStatement[] {
  const entry = (key: string): PyExpr => key.split('.').reduce(attr, layer)
  return [
    ...Object.entries(init).flatMap(([key, initializer]) => initialise(entry(key), initializer)),
    ...unused.flatMap(key => [
      comment('PyTorch has a second bias; it stays at zero, so that one bias is trained, as elsewhere.'),
      run(call(nn('init.zeros_'), [entry(key)])),
      assign(attr(entry(key), 'requires_grad'), false)
    ])
  ]
}

function initialise(weight: PyExpr, initializer: Initializer): readonly PyStatement[] {
  switch (initializer.kind) {
    case 'zeros':
      return [run(call(nn('init.zeros_'), [weight]))]
    case 'ones':
      return [run(call(nn('init.ones_'), [weight]))]
    case 'constant':
      return [run(call(nn('init.constant_'), [weight, initializer.value]))]
    case 'orthogonal':
      return [run(call(nn('init.orthogonal_'), [weight]))]
    case 'uniform': {
      if (initializer.named === 'glorot') return [run(call(nn('init.xavier_uniform_'), [weight]))]
      const limit = Number(initializer.limit.toPrecision(6))
      return [run(call(nn('init.uniform_'), [weight, float(-limit), float(limit)]))]
    }
    case 'forget-gate-ones':
      return [
        run(call(nn('init.zeros_'), [weight])),
        comment('Remember at first: the forget gate is the second of four.'),
        run(method(index(method(attr(weight, 'data'), 'chunk', [4]), 1), 'fill_', [float(1)]))
      ]
  }
}
