import { call, compare, name, tuple, type PyExpr } from './python/expr'
import { run, when, type PyStatement } from './python/statement'
import type { Part } from './data-plan'

/** `if __name__ == "__main__":` */
export const whenRun: PyStatement = when(compare(name('__name__'), '==', '__main__'), [run(call('main'))])

/** `train_data, validation_data, test_data`, those that there are. */
export function partsTarget(parts: readonly Part[]): PyExpr {
  return tuple(parts.map(part => name(`${part}_data`)))
}
