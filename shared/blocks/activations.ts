import { call, type PyExpr } from '../codegen/python/expr'
import { F, torch } from '../codegen/python/modules'
import type { OpsBuilder } from '../network/builder'
import type { Value } from '../network/program'
import type { TfjsLayer } from './block'
import { choice, type ChoiceParam } from './params'

/** One activation function, everywhere it means something. */
interface Activation {
  readonly label: string
  readonly formula: string
  readonly ops: (b: OpsBuilder, x: Value) => Value
  /** Its name in `keras.activations`. */
  readonly keras: string
  /** `axis` is where the features lie: the last, or 1 in channels-first images. */
  readonly pytorch: (x: PyExpr, axis: number) => PyExpr
  /** Where tfjs's own layers know it by this name, exactly. */
  readonly native?: string
}

const functional =
  (fn: string) =>
  (x: PyExpr): PyExpr =>
    call(F(fn), [x])

const LEAKY_SLOPE = 0.2
const SELU_ALPHA = 1.6732632423543772
const SELU_SCALE = 1.0507009873554805

/** Functions that the blocks and the Activation block offer. Sources: Keras 3 `keras.activations`. */
export const ACTIVATIONS = {
  linear: {
    label: 'None (linear)',
    formula: 'f(x) = x',
    ops: (_b, x) => x,
    keras: 'linear',
    pytorch: x => x,
    native: 'linear'
  },
  relu: {
    label: 'ReLU',
    formula: 'f(x) = max(0, x)',
    ops: (b, x) => b.relu(x),
    keras: 'relu',
    pytorch: functional('relu'),
    native: 'relu'
  },
  leakyRelu: {
    label: 'LeakyReLU',
    formula: 'f(x) = x where x > 0, else 0.2 x',
    ops: (b, x) => b.sub(b.relu(x), b.mul(b.relu(b.neg(x)), LEAKY_SLOPE)),
    keras: 'leaky_relu',
    pytorch: x => call(F('leaky_relu'), [x], { negative_slope: LEAKY_SLOPE })
  },
  relu6: {
    label: 'ReLU6',
    formula: 'f(x) = min(max(0, x), 6)',
    ops: (b, x) => b.min(b.relu(x), 6),
    keras: 'relu6',
    pytorch: functional('relu6')
  },
  elu: {
    label: 'ELU',
    formula: 'f(x) = x where x > 0, else eˣ − 1',
    ops: (b, x) => b.add(b.relu(x), b.sub(b.exp(b.min(x, 0)), 1)),
    keras: 'elu',
    pytorch: functional('elu')
  },
  selu: {
    label: 'SELU',
    formula: 'f(x) = 1.0507 x where x > 0, else 1.7581 (eˣ − 1)',
    ops: (b, x) => {
      const below = b.mul(b.sub(b.exp(b.min(x, 0)), 1), SELU_ALPHA)
      return b.mul(b.add(b.relu(x), below), SELU_SCALE)
    },
    keras: 'selu',
    pytorch: functional('selu')
  },
  gelu: {
    label: 'GELU',
    formula: 'f(x) = x Φ(x)',
    ops: (b, x) => b.mul(b.mul(x, 0.5), b.add(b.erf(b.mul(x, Math.SQRT1_2)), 1)),
    keras: 'gelu',
    pytorch: functional('gelu')
  },
  silu: {
    label: 'SiLU (swish)',
    formula: 'f(x) = x σ(x)',
    ops: (b, x) => b.mul(x, b.sigmoid(x)),
    keras: 'silu',
    pytorch: functional('silu')
  },
  mish: {
    label: 'Mish',
    formula: 'f(x) = x tanh(ln(1 + eˣ))',
    ops: (b, x) => b.mul(x, b.tanh(b.softplus(x))),
    keras: 'mish',
    pytorch: functional('mish')
  },
  sigmoid: {
    label: 'Sigmoid',
    formula: 'σ(x) = 1 / (1 + e⁻ˣ)',
    ops: (b, x) => b.sigmoid(x),
    keras: 'sigmoid',
    pytorch: x => call(torch('sigmoid'), [x])
  },
  hardSigmoid: {
    label: 'Hard sigmoid',
    formula: 'f(x) = min(max(0, x + 3), 6) / 6',
    ops: (b, x) => b.div(b.min(b.relu(b.add(x, 3)), 6), 6),
    keras: 'hard_sigmoid',
    pytorch: functional('hardsigmoid')
  },
  tanh: {
    label: 'Tanh',
    formula: 'f(x) = tanh(x)',
    ops: (b, x) => b.tanh(x),
    keras: 'tanh',
    pytorch: x => call(torch('tanh'), [x])
  },
  softplus: {
    label: 'Softplus',
    formula: 'f(x) = ln(1 + eˣ)',
    ops: (b, x) => b.softplus(x),
    keras: 'softplus',
    pytorch: functional('softplus')
  },
  softsign: {
    label: 'Softsign',
    formula: 'f(x) = x / (1 + |x|)',
    ops: (b, x) => b.div(x, b.add(b.abs(x), 1)),
    keras: 'softsign',
    pytorch: functional('softsign')
  },
  exponential: {
    label: 'Exponential',
    formula: 'f(x) = eˣ',
    ops: (b, x) => b.exp(x),
    keras: 'exponential',
    pytorch: x => call(torch('exp'), [x])
  },
  softmax: {
    label: 'Softmax',
    formula: 'f(x)ᵢ = e^xᵢ / Σ e^xⱼ',
    ops: (b, x) => b.softmax(x, -1),
    keras: 'softmax',
    pytorch: (x, axis) => call(F('softmax'), [x], { dim: axis })
  },
  logSoftmax: {
    label: 'Log-softmax',
    formula: 'f(x)ᵢ = xᵢ − ln Σ e^xⱼ',
    ops: (b, x) => b.logSoftmax(x, -1),
    keras: 'log_softmax',
    pytorch: (x, axis) => call(F('log_softmax'), [x], { dim: axis })
  }
} as const satisfies Record<string, Activation>

export type ActivationId = keyof typeof ACTIVATIONS

export function activationOf(id: ActivationId): Activation {
  return ACTIVATIONS[id]
}

const labels = Object.fromEntries(Object.entries(ACTIVATIONS).map(([id, a]) => [id, a.label])) as Record<
  ActivationId,
  string
>

/** The parameter that blocks with a built-in activation share. */
export const activation = (preset: ActivationId = 'linear'): ChoiceParam<ActivationId> =>
  choice({
    label: 'Activation',
    help: 'The function that each result passes through. Without one, two layers in a row are no more than one.',
    default: preset,
    options: labels
  })

/** The registered tfjs layer that applies one activation. */
export function activationLayer(id: ActivationId): TfjsLayer {
  return {
    className: 'BlockpropActivation',
    config: { fn: id, ...(id === 'leakyRelu' && { slope: LEAKY_SLOPE }) }
  }
}

/** A tfjs layer with an activation behind it: inside it where tfjs has the same function, else as a layer of its own. */
export function withActivation(layer: TfjsLayer, id: ActivationId): readonly TfjsLayer[] {
  const native = activationOf(id).native
  return native === undefined
    ? [{ ...layer, config: { ...layer.config, activation: 'linear' } }, activationLayer(id)]
    : [{ ...layer, config: { ...layer.config, activation: native } }]
}

/** `F.relu(x)` around a PyTorch expression. */
export function activated(id: ActivationId, x: PyExpr, axis = -1): PyExpr {
  return activationOf(id).pytorch(x, axis)
}

/** The `activation=` argument of a Keras layer; left out where it is none. */
export function kerasActivation(id: ActivationId): string | undefined {
  return id === 'linear' ? undefined : activationOf(id).keras
}
