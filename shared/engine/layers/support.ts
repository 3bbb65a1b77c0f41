import type { Tensor } from '@tensorflow/tfjs-core'
import type { Shape } from '@tensorflow/tfjs-layers'

/** What tfjs-layers hands to `call` beside the inputs, and `runModel` fills in. */
export type Kwargs = Record<string, unknown>

/** All inputs of a layer, in their order; one that is alone comes without a list. */
export function listOf(inputs: Tensor | Tensor[]): readonly Tensor[] {
  return Array.isArray(inputs) ? inputs : [inputs]
}

/** A layer of one input gets a tensor, or a list of one. */
export function onlyTensor(inputs: Tensor | Tensor[]): Tensor {
  const [tensor] = listOf(inputs)
  if (tensor === undefined) throw new Error('the layer got no input')
  return tensor
}

/** The shape of a layer's one input, batch first. */
export function onlyShape(shape: Shape | Shape[]): Shape {
  return shapesOf(shape)[0] ?? []
}

export function shapesOf(shape: Shape | Shape[]): Shape[] {
  return isList(shape) ? shape : [shape]
}

function isList(shape: Shape | Shape[]): shape is Shape[] {
  return Array.isArray(shape[0])
}

/** The length of an axis that must be known, as weights depend on it. */
export function knownSize(shape: Shape, axis: number): number {
  const size = shape.at(axis)
  if (size === null || size === undefined) {
    throw new Error(`axis ${axis} must have a known length, got shape ${JSON.stringify(shape)}`)
  }
  return size
}

export function isTraining(kwargs: Kwargs): boolean {
  return kwargs['training'] === true
}

/** The masks of the inputs, in their order: `true` where a time step counts, `null` where there is no mask. */
export function masksOf(kwargs: Kwargs): readonly (Tensor | null)[] {
  const mask = kwargs['mask'] as Tensor | null | undefined | (Tensor | null)[]
  return Array.isArray(mask) ? mask : [mask ?? null]
}
