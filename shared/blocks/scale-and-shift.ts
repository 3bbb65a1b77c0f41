/** What normalisations end with: a scale (`gamma`) and a shift (`beta`) for each feature, both learned. */
import type { OpsBuilder } from '../network/builder'
import type { Value } from '../network/program'
import type { TorchLayer, TorchLayout } from './block'
import { flag, type Values } from './params'
import { reorderRows } from './torch-weights'
import { ones, trained, zeros, type Weight, type WeightData } from './weights'

/** Keras's names. */
export const scaleAndShift = {
  center: flag({ label: 'Shift', help: 'Adds a learned number of its own to each feature.', default: true }),
  scale: flag({
    label: 'Scale',
    help: 'Multiplies each feature by a learned number of its own. Not needed where a Dense follows.',
    default: true
  })
} as const

type Flags = Values<typeof scaleAndShift>

export function scaleAndShiftWeights(features: number, p: Flags): readonly Weight[] {
  return [
    ...(p.scale ? [trained('gamma', [features], ones)] : []),
    ...(p.center ? [trained('beta', [features], zeros)] : [])
  ]
}

/** x `[..., features]` */
export function scaledAndShifted(b: OpsBuilder, x: Value, p: Flags, weight: (name: string) => Value): Value {
  const scaled = p.scale ? b.mul(x, weight('gamma')) : x
  return p.center ? b.add(scaled, weight('beta')) : scaled
}

/** `center=False, scale=False`, each where it is left out. */
export function kerasScaleAndShift(p: Flags): { readonly center?: false; readonly scale?: false } {
  return { ...(!p.center && { center: false }), ...(!p.scale && { scale: false }) }
}

/** PyTorch's modules have both or none: of both, the one that is left out is not trained. */
export function hasAffine(p: Flags): boolean {
  return p.center || p.scale
}

/** `weight` and `bias` of a PyTorch normalisation that has both. */
export function torchScaleAndShift(
  features: number,
  p: Flags,
  layout: TorchLayout = { kind: 'plain' }
): Required<Pick<TorchLayer, 'state'>> & Pick<TorchLayer, 'untrained'> {
  if (!hasAffine(p)) return { state: () => ({}) }
  const untrained = [...(p.scale ? [] : ['weight']), ...(p.center ? [] : ['bias'])]
  return {
    state: weight => ({
      weight: p.scale ? reorderRows(weight('gamma'), layout) : filled(features, 1),
      bias: p.center ? reorderRows(weight('beta'), layout) : filled(features, 0)
    }),
    ...(untrained.length > 0 && { untrained })
  }
}

function filled(features: number, value: number): WeightData {
  return { shape: [features], dtype: 'float32', data: new Float32Array(features).fill(value) }
}
