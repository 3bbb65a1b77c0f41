import type { Initializer, WeightData } from '../blocks/weights'
import type { FlatNetwork } from './flatten'
import { normals, uniforms } from './philox'

/** Weights by path: `residual-1/0/conv-1/kernel`. */
export type NetworkWeights = ReadonlyMap<string, WeightData>

/**
 * How every weight starts. The same seed gives the same weights in every engine, whatever else is in the
 * network: each weight draws from a stream of its own, named by its path.
 */
export function initialWeights(network: FlatNetwork, seed: number): NetworkWeights {
  const weights = new Map<string, WeightData>()
  for (const layer of network.layers) {
    if (layer.weightsPath !== layer.path) continue
    for (const { name, shape, initializer } of layer.node.weights) {
      const path = `${layer.path}/${name}`
      weights.set(path, { dtype: 'float32', shape, data: start(initializer, shape, seed, path) })
    }
  }
  return weights
}

function start(
  initializer: Initializer,
  shape: readonly number[],
  seed: number,
  stream: string
): Float32Array<ArrayBuffer> {
  const count = shape.reduce((n, d) => n * d, 1)
  switch (initializer.kind) {
    case 'zeros':
      return new Float32Array(count)
    case 'ones':
      return new Float32Array(count).fill(1)
    case 'constant':
      return new Float32Array(count).fill(initializer.value)
    case 'uniform':
      return Float32Array.from(uniforms(seed, 0, stream, count), u => (2 * u - 1) * initializer.limit)
    case 'orthogonal':
      return orthogonal(shape[0] ?? 1, count / (shape[0] ?? 1), seed, stream)
    case 'forget-gate-ones': {
      const bias = new Float32Array(count)
      return bias.fill(1, count / 4, count / 2)
    }
  }
}

/** `[rows, columns]` whose shorter side is orthonormal: Gram–Schmidt, twice over, on normal numbers. */
function orthogonal(rows: number, columns: number, seed: number, stream: string): Float32Array<ArrayBuffer> {
  const [length, many] = rows < columns ? [columns, rows] : [rows, columns]
  const drawn = normals(seed, 0, stream, rows * columns)
  const basis: Float64Array[] = []
  for (let k = 0; k < many; k++) {
    const v = Float64Array.from({ length }, (_, i) => drawn[k * length + i] ?? 0)
    for (let turn = 0; turn < 2; turn++)
      for (const u of basis) {
        const along = v.reduce((sum, x, i) => sum + x * (u[i] ?? 0), 0)
        for (let i = 0; i < length; i++) v[i] = (v[i] ?? 0) - along * (u[i] ?? 0)
      }
    const norm = Math.sqrt(v.reduce((sum, x) => sum + x * x, 0))
    basis.push(v.map(x => x / norm))
  }
  const wide = rows < columns
  return Float32Array.from({ length: rows * columns }, (_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns]
    return (wide ? basis[row]?.[column] : basis[column]?.[row]) ?? 0
  })
}
