import type { PyExpr } from '../codegen/python/expr'
import {
  ACTIVATIONS,
  LEAKY_SLOPE,
  type Activation,
  type ActivationId,
  type NamedActivationId
} from './activation-table'
import type { TfjsLayer } from './block'
import { choice, type ChoiceParam } from './params'

export function activationOf(id: ActivationId): Activation {
  return ACTIVATIONS[id]
}

const all = Object.entries<Activation>(ACTIVATIONS)
const labels = Object.fromEntries(all.map(([id, a]) => [id, a.label])) as Record<ActivationId, string>
const named = Object.fromEntries(
  all.filter(([, a]) => typeof a.keras === 'string').map(([id, a]) => [id, a.label])
) as Record<NamedActivationId, string>

const described = {
  label: 'Activation',
  help: 'The function that each result passes through. Without one, two layers in a row are no more than one.'
}

/** The parameter that blocks with a built-in activation share. */
export const activation = (preset: NamedActivationId = 'linear'): ChoiceParam<NamedActivationId> =>
  choice({ ...described, default: preset, options: named })

/** That of a block which is nothing but an activation. */
export const anyActivation = (preset: ActivationId): ChoiceParam<ActivationId> =>
  choice({ ...described, default: preset, options: labels })

/** The registered tfjs layer that applies one activation. */
export function activationLayer(id: ActivationId): TfjsLayer {
  if (activationOf(id).byOperations)
    return {
      className: 'BlockpropBlock',
      config: { block: 'activation', values: { function: id }, dtypes: { in: ['float32'] } }
    }
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
  const { keras } = activationOf(id)
  if (typeof keras !== 'string') throw new Error(`no layer of Keras has ${id}`)
  return id === 'linear' ? undefined : keras
}
