import * as tf from '@tensorflow/tfjs-core'
import { createBuilder } from '../network/builder'
import { lossOf, type LossId } from '../training/losses'
import type { LossFunction } from './losses'
import { planFor, runPlan, type Plan } from './operations/run-program'

/** A loss by what it means: its operations, written down once for each shape, carried out in tfjs. */
export function lossByOperations(id: LossId, fromScores: boolean): LossFunction {
  const plans = new Map<string, Plan>()
  const planOf = (shape: readonly number[]): Plan => {
    const key = shape.join()
    const known = plans.get(key)
    if (known) return known
    const b = createBuilder({ batch: shape[0] ?? 1, training: true })
    const output = b.input('output', shape, 'float32')
    const target = b.input('target', shape, 'float32')
    const loss = b.scope(id, () => lossOf(id).ops(b, output, target, fromScores))
    const plan = planFor(b.finish({ loss }), [loss])
    plans.set(key, plan)
    return plan
  }
  return (output, target) => {
    const inputs = { output, target: tf.reshape(tf.cast(target, 'float32'), output.shape) }
    const [loss] = runPlan(planOf(output.shape), { inputs, weights: {}, seed: 0, step: 0 })
    return loss as tf.Scalar
  }
}
