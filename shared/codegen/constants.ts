import { readParams } from '../blocks/params'
import type { Training } from '../document/schema'
import { optimizerOf } from '../training/optimizers'
import type { DataPlan } from './data-plan'
import { float, list, name, type PyExpr } from './python/expr'
import { assign, type PyStatement } from './python/statement'

/** NumPy takes seeds of 32 bits. */
const SEEDS = 2 ** 32

/** What a reader may want to change, at the top of the file. */
export function constants(training: Training, plan: DataPlan): readonly PyStatement[] {
  const classes = new Map(
    plan.outputs.flatMap(({ classes: c }) => (c ? [[c.constant, c.names] as const] : []))
  )
  return [
    assign('SEED', ((training.seed % SEEDS) + SEEDS) % SEEDS),
    assign('BATCH_SIZE', training.batch),
    assign('EPOCHS', training.epochs),
    assign('LEARNING_RATE', float(Number(optimizerValues(training).values['learningRate']))),
    ...[...classes].map(([constant, names]) => assign(constant, list(names)))
  ]
}

/** The optimizer with its parameters, defaults filled in. */
export function optimizerValues(training: Training) {
  const optimizer = optimizerOf(training.optimizer.type)
  const values = optimizer && readParams(optimizer.params, training.optimizer.params)
  if (!optimizer || !values?.ok) throw new Error(`the optimizer ${training.optimizer.type} was not checked`)
  return { optimizer, values: values.value }
}

/**
 * The call that makes an optimizer, its learning rate as the constant. Every number in it is meant as a float:
 * Keras refuses `momentum=0`.
 */
export function optimizerCall(expr: PyExpr, learningRate: 'learning_rate' | 'lr'): PyExpr {
  if (expr.kind !== 'call') throw new Error('an optimizer is made by a call')
  const kwargs = expr.kwargs.map(
    ([key, value]) => [key, key === learningRate ? name('LEARNING_RATE') : floats(value)] as const
  )
  return { ...expr, kwargs }
}

function floats(value: PyExpr): PyExpr {
  if (value.kind === 'number') return float(value.value)
  return value.kind === 'tuple' ? { ...value, items: value.items.map(floats) } : value
}
