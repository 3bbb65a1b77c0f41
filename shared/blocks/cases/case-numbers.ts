import type { FlatNetwork } from '../../network/flatten'
import { ndArray, type NdArray } from '../../network/nd-array'
import { normals, uniforms } from '../../network/philox'
import type { WeightData } from '../weights'
import type { BlockCase } from './block-case'
import { TOKENS } from './case-network'

/** Numbers for the inputs and weights of a case, the same wherever it runs. */
export interface CaseNumbers {
  readonly batch: number
  readonly time: number
  /** By block. */
  readonly inputs: ReadonlyMap<string, NdArray>
  /** By path. None is zero, so that no weight goes untested. */
  readonly weights: ReadonlyMap<string, WeightData>
  /** The gradient of each output, by block; zeros at steps of padding, where anything may come out. */
  readonly cotangents: ReadonlyMap<string, NdArray>
}

export function caseNumbers(network: FlatNetwork, blockCase: BlockCase): CaseNumbers {
  const batch = blockCase.batch ?? 3
  const time = blockCase.time ?? 4
  const shapeOf = (shape: readonly (number | null)[]): number[] => [batch, ...shape.map(d => d ?? time)]
  const count = (shape: readonly number[]): number => shape.reduce((n, d) => n * d, 1)
  const inputs = network.inputs.map(({ block, type }, place) => {
    const shape = shapeOf(type.shape)
    if (type.dtype === 'float32') return [block, ndArray(shape, normals(1, 0, block, count(shape)))] as const
    const vocabulary = blockCase.vocabulary ?? TOKENS
    const ids = Array.from(uniforms(1, 0, block, count(shape)), u => 1 + Math.floor(u * (vocabulary - 1)))
    return [block, ndArray(shape, padded(ids, shape, { from: place }), 'int32')] as const
  })
  const weights = network.layers.flatMap(({ path, node }) =>
    node.weights.map(({ name, shape, trainable }) => {
      const drawn = uniforms(2, 0, `${path}/${name}`, count(shape))
      // Moving statistics stay positive: one of them is a variance.
      const data = Float32Array.from(drawn, u => (trainable ? u - 0.5 : u + 0.5))
      return [`${path}/${name}`, { dtype: 'float32', shape, data }] as const
    })
  )
  const cotangents = network.outputs.map(({ block, type }) => {
    const shape = shapeOf(type.shape)
    const drawn = Array.from(normals(3, 0, block, count(shape)))
    const width = count(shape.slice(2))
    return [block, ndArray(shape, type.mask ? padded(drawn, [batch, time], { width }) : drawn)] as const
  })
  return { batch, time, inputs: new Map(inputs), weights: new Map(weights), cotangents: new Map(cotangents) }
}

/**
 * Each sample ends one step earlier than the one before, after a single step the next is full again; then come
 * zeros. `from` shifts this, so that two inputs have different masks.
 */
function padded(
  numbers: readonly number[],
  [, length = 1]: readonly number[],
  { width = 1, from = 0 }: { readonly width?: number; readonly from?: number } = {}
): readonly number[] {
  return numbers.map((n, i) => {
    const step = Math.floor(i / width)
    return step % length < length - ((Math.floor(step / length) + from) % length) ? n : 0
  })
}
