/** What normalisation of groups of channels and of single channels share: the operations, the weights, the refusals. */
import type { OpsBuilder } from '../network/builder'
import type { Value } from '../network/program'
import { fail, type Result } from '../result'
import type { Mistake } from './block'
import { notTokens } from './not-tokens'
import { shapeText, type TensorType } from './tensor-type'

/**
 * x `[batch, ...spatial, channels]`, each group of channels shifted and scaled over all places, so that its mean is 0
 * and its deviation 1. Wu & He 2018.
 */
export function normalizedGroups(b: OpsBuilder, x: Value, groups: number, epsilon: number): Value {
  const [batch = 1] = x.shape
  const channels = x.shape.at(-1) ?? 0
  // All places on one axis: tfjs on wasm computes wrongly with seven of them.
  const grouped = b.reshape(x, [batch, -1, groups, channels / groups])
  const axes = [1, 3]
  const off = b.sub(grouped, b.mean(grouped, axes, true))
  const variance = b.mean(b.mul(off, off), axes, true)
  return b.reshape(b.mul(off, b.rsqrt(b.add(variance, epsilon))), x.shape)
}

/** Why a normalisation over places can't take `x`; `null` where it can. */
export function refusedByGroups(label: string, x: TensorType): Result<never, Mistake> | null {
  if (x.dtype === 'int32') return fail(notTokens(label))
  if (x.shape.at(-1) == null)
    return fail({
      port: 'in',
      message: `${label} needs a known number of features, but gets ${shapeText(x.shape)}.`,
      expected: 'a known number of features'
    })
  if (x.mask)
    return fail({
      port: 'in',
      message: `${label} would count padding as data: LayerNormalization looks at each step by itself.`,
      why: 'padding-mixed',
      hints: [{ kind: 'replace', type: 'layerNormalization' }]
    })
  return null
}

/** How many places there are, channels apart; open lengths count as many. */
export function placesOf({ shape }: TensorType): number {
  return shape.slice(0, -1).reduce<number>((n, d) => n * (d ?? Infinity), 1)
}
