import type { OptimizerId } from '../training/optimizers'
import { adam, adamax, adamW, nadam } from './optimizer-rules/adam'
import { momentum, plain } from './optimizer-rules/momentum'
import type { UpdateRule } from './optimizer-rules/rule'
import { adadelta, adagrad, rmsprop } from './optimizer-rules/scaled'

interface Adam {
  readonly beta1?: number
  readonly beta2?: number
  readonly epsilon?: number
}

interface Settings {
  readonly sgd: { readonly momentum?: number; readonly nesterov?: boolean }
  readonly adam: Adam
  readonly adamw: Adam & { readonly weightDecay?: number }
  readonly adamax: Adam
  readonly nadam: Adam
  readonly rmsprop: { readonly rho?: number; readonly epsilon?: number }
  readonly adagrad: { readonly start?: number; readonly epsilon?: number }
  readonly adadelta: { readonly rho?: number; readonly epsilon?: number }
}

/** An optimizer and its settings; one that has no rule here does not compile. */
export type OptimizerSpec = {
  readonly [K in OptimizerId]: { readonly type: K; readonly learningRate: number } & Settings[K]
}[OptimizerId]

export function ruleOf(spec: OptimizerSpec): UpdateRule {
  switch (spec.type) {
    case 'sgd':
      return (spec.momentum ?? 0) === 0 ? plain : momentum(spec.momentum ?? 0, spec.nesterov ?? false)
    case 'adam':
      return adam(spec.beta1 ?? 0.9, spec.beta2 ?? 0.999, spec.epsilon ?? 1e-7)
    case 'adamw':
      return adamW(spec.beta1 ?? 0.9, spec.beta2 ?? 0.999, spec.epsilon ?? 1e-7, spec.weightDecay ?? 0.004)
    case 'adamax':
      return adamax(spec.beta1 ?? 0.9, spec.beta2 ?? 0.999, spec.epsilon ?? 1e-7)
    case 'nadam':
      return nadam(spec.beta1 ?? 0.9, spec.beta2 ?? 0.999, spec.epsilon ?? 1e-7)
    case 'rmsprop':
      return rmsprop(spec.rho ?? 0.9, spec.epsilon ?? 1e-7)
    case 'adagrad':
      return adagrad(spec.start ?? 0.1, spec.epsilon ?? 1e-7)
    case 'adadelta':
      return adadelta(spec.rho ?? 0.95, spec.epsilon ?? 1e-7)
  }
}
