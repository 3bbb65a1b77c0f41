import * as tf from '@tensorflow/tfjs-core'
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import { ruleOf, type OptimizerSpec } from './optimizer-rules'

/** What a checkpoint keeps: the steps taken, and the running values of each weight by its name. */
export interface OptimizerState {
  readonly step: number
  readonly slots: Readonly<Record<string, readonly Float32Array[]>>
}

export interface Optimizer {
  /** Moves the variables that `gradients` names, and waits for nothing; the gradients stay the caller's. */
  apply(gradients: tf.NamedTensorMap): void
  setLearningRate(rate: number): void
  state(): Promise<OptimizerState>
  load(state: OptimizerState): void
  dispose(): void
}

/**
 * An optimizer over the tf.Variables of `tf.variableGrads`. On WebAssembly and cpu a weight is moved in one pass
 * over its memory (Adam otherwise takes 13 operations a variable); on a GPU by operations, without reading back.
 */
export function createOptimizer(spec: OptimizerSpec): Optimizer {
  const rule = ruleOf(spec)
  let learningRate = spec.learningRate
  let step = 0
  const arrays = new Map<string, Float32Array[]>()
  const tensors = new Map<string, tf.Tensor[]>()

  const inMemory = (name: string, variable: tf.Variable, gradient: tf.Tensor): void => {
    const slots =
      arrays.get(name) ?? Array.from({ length: rule.slots }, () => new Float32Array(variable.size))
    arrays.set(name, slots)
    tf.tidy(() =>
      variable.assign(moved(variable, gradient, (w, g) => rule.inPlace(w, g, slots, learningRate, step)))
    )
  }

  const onGpu = (name: string, variable: tf.Variable, gradient: tf.Tensor): void => {
    const old = tensors.get(name) ?? Array.from({ length: rule.slots }, () => tf.keep(tf.zerosLike(variable)))
    const slots = tf.tidy(() => {
      const [weights, ...next] = rule.operations(variable, gradient, old, learningRate, step)
      variable.assign(weights)
      return next.map(slot => tf.keep(slot))
    })
    tf.dispose(old)
    tensors.set(name, slots)
  }

  const dispose = (): void => {
    for (const slots of tensors.values()) tf.dispose(slots)
    tensors.clear()
    arrays.clear()
  }

  return {
    apply: gradients => {
      step++
      const move = tf.getBackend() === 'webgl' ? onGpu : inMemory
      const variables = tf.engine().registeredVariables
      for (const [name, gradient] of Object.entries(gradients)) {
        const variable = variables[name]
        if (variable === undefined) throw new Error(`there is no variable ${name}`)
        move(name, variable, gradient)
      }
    },
    setLearningRate: rate => {
      learningRate = rate
    },
    state: async () => {
      const slots: Record<string, readonly Float32Array[]> = {}
      for (const [name, values] of arrays) slots[name] = values.map(v => v.slice())
      for (const [name, values] of tensors) {
        slots[name] = (await Promise.all(values.map(v => v.data()))).map(v => Float32Array.from(v))
      }
      return { step, slots }
    },
    load: state => {
      dispose()
      step = state.step
      const variables = tf.engine().registeredVariables
      for (const [name, values] of Object.entries(state.slots)) {
        const shape = variables[name]?.shape
        if (tf.getBackend() !== 'webgl')
          arrays.set(
            name,
            values.map(v => v.slice())
          )
        else if (shape !== undefined)
          tensors.set(
            name,
            values.map(v => tf.keep(tf.tensor(v, shape)))
          )
      }
    },
    dispose
  }
}

/**
 * The weights after `update`, as a tensor of its own. Never in place: XNNPACK packs the weights of a product when it
 * first sees them and keeps them by their id, so that it would go on computing with the old ones.
 */
function moved(
  variable: tf.Variable,
  gradient: tf.Tensor,
  update: (weights: Float32Array, gradient: Float32Array) => void
): tf.Tensor {
  const backend = tf.backend()
  if (!(backend instanceof BackendWasm)) {
    const weights = Float32Array.from(variable.dataSync())
    update(weights, gradient.dataSync() as Float32Array)
    return tf.tensor(weights, variable.shape)
  }
  const next = backend.makeOutput(variable.shape, 'float32')
  // Views come after the allocation, which may move the heap.
  const weights = backend.typedArrayFromHeap(next) as Float32Array
  weights.set(backend.typedArrayFromHeap(variable))
  update(weights, backend.typedArrayFromHeap(gradient) as Float32Array)
  return tf.engine().makeTensorFromTensorInfo(next)
}
