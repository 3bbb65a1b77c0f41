import * as tf from '@tensorflow/tfjs-core'
import { initializers, layers } from '@tensorflow/tfjs-layers'
import type { LayerVariable, Shape } from '@tensorflow/tfjs-layers'
import { dropout, stepOf } from '../random'
import { isTraining, knownSize, masksOf, shapesOf, type Kwargs } from './support'

export type MultiHeadAttentionConfig = {
  readonly name?: string
  readonly heads: number
  readonly keyDim: number
  readonly valueDim: number
  /** The share of attention weights that training drops. */
  readonly dropout: number
  readonly useBias: boolean
  /** Whether a query sees only keys up to its own position. */
  readonly causal: boolean
  readonly seed: number
  readonly path: string
}

/** A kernel over all heads at once and its bias, `[inputs, heads, size]` and `[heads, size]`. */
interface Projection {
  readonly kernel: LayerVariable
  readonly bias: LayerVariable | null
}

/**
 * Attention is all you need, section 3.2.2: `softmax(q·kᵀ / √keyDim)·v` in every head, then one projection back to
 * the width of the query. Inputs are [query, value] or [query, value, key], `[batch, time, features]`; weights
 * have the shapes and the order of Keras 3's MultiHeadAttention. Padding of value and key hides keys (as PyTorch's
 * key_padding_mask); the output keeps the mask of the query.
 */
export class BlockpropMultiHeadAttention extends layers.Layer {
  static readonly className = 'BlockpropMultiHeadAttention'
  readonly #config: MultiHeadAttentionConfig
  #projections: Readonly<Record<'query' | 'key' | 'value' | 'output', Projection>> | null = null

  constructor(config: MultiHeadAttentionConfig) {
    super(config)
    this.#config = config
    this.supportsMasking = true
  }

  override build(inputShape: Shape | Shape[]): void {
    const [query = [], value = [], key = value] = shapesOf(inputShape)
    const { heads, keyDim, valueDim } = this.#config
    const width = knownSize(query, -1)
    this.#projections = {
      query: this.#projection('query', [width, heads, keyDim], [heads, keyDim]),
      key: this.#projection('key', [knownSize(key, -1), heads, keyDim], [heads, keyDim]),
      value: this.#projection('value', [knownSize(value, -1), heads, valueDim], [heads, valueDim]),
      output: this.#projection('attention_output', [heads, valueDim, width], [width])
    }
    this.built = true
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: Kwargs): tf.Tensor {
    const projections = this.#projections
    if (projections === null) throw new Error('attention was called before it was built')
    const [query, value, key = value] = Array.isArray(inputs) ? inputs : [inputs]
    if (query === undefined || value === undefined || key === undefined) {
      throw new Error('attention needs a query and a value')
    }
    const { heads, keyDim, valueDim } = this.#config
    return tf.tidy(() => {
      const q = tf.mul(inHeads(query, projections.query, heads, keyDim), 1 / Math.sqrt(keyDim))
      const k = inHeads(key, projections.key, heads, keyDim)
      const v = inHeads(value, projections.value, heads, valueDim)
      const attention = this.#attention(q, k, keyMask(kwargs, query, value), kwargs)
      const [batch = 0, time = 0, width = 0] = query.shape
      const joined = tf.reshape(tf.transpose(tf.matMul(attention, v), [0, 2, 1, 3]), [-1, heads * valueDim])
      const kernel = tf.reshape(projections.output.kernel.read(), [heads * valueDim, width])
      const output = tf.matMul(joined, kernel)
      const { bias } = projections.output
      return tf.reshape(bias ? tf.add(output, bias.read()) : output, [batch, time, width])
    })
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    return shapesOf(inputShape)[0] ?? []
  }

  override computeMask(_: tf.Tensor | tf.Tensor[], mask?: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return ((Array.isArray(mask) ? mask[0] : mask) ?? null) as tf.Tensor
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { heads, keyDim, valueDim, dropout, useBias, causal, seed, path } = this.#config
    return { ...super.getConfig(), heads, keyDim, valueDim, dropout, useBias, causal, seed, path }
  }

  #projection(name: string, kernel: number[], bias: number[]): Projection {
    return {
      kernel: this.addWeight(`${name}_kernel`, kernel, 'float32', initializers.zeros()),
      bias: this.#config.useBias
        ? this.addWeight(`${name}_bias`, bias, 'float32', initializers.zeros())
        : null
    }
  }

  /** `[batch, heads, queries, keys]`, each row summing to 1 (before dropout). */
  #attention(q: tf.Tensor, k: tf.Tensor, mask: tf.Tensor | null, kwargs: Kwargs): tf.Tensor {
    const { causal, dropout: rate, seed, path } = this.#config
    const scores = tf.matMul(q, k, false, true)
    const queries = q.shape[2] ?? 0
    const keys = k.shape[2] ?? 0
    const padding = mask && tf.reshape(tf.sub(1, tf.cast(mask, 'float32')), [-1, 1, 1, keys])
    const future = causal ? futureOf(queries, keys) : null
    const hidden = padding && future ? tf.maximum(padding, future) : (padding ?? future)
    const weights = tf.softmax(hidden ? tf.add(scores, tf.mul(hidden, -1e9)) : scores)
    return isTraining(kwargs) && rate > 0
      ? dropout(weights, rate, { seed, step: stepOf(kwargs), path: `${path}#0` })
      : weights
  }
}

/** `[batch, time, features]` → `[batch, heads, time, size]`. */
function inHeads(x: tf.Tensor, { kernel, bias }: Projection, heads: number, size: number): tf.Tensor {
  const [batch = 0, time = 0, features = 0] = x.shape
  const rows = tf.reshape<tf.Rank.R2>(x, [batch * time, features])
  const flat = tf.matMul(rows, tf.reshape<tf.Rank.R2>(kernel.read(), [features, heads * size]))
  const projected = bias ? tf.add(flat, tf.reshape(bias.read(), [heads * size])) : flat
  return tf.transpose(tf.reshape(projected, [batch, time, heads, size]), [0, 2, 1, 3])
}

/** 1 where a key lies after the query. */
function futureOf(queries: number, keys: number): tf.Tensor {
  const values = new Float32Array(queries * keys)
  for (let q = 0; q < queries; q++) values.fill(1, Math.min(q * keys + q + 1, (q + 1) * keys), (q + 1) * keys)
  return tf.tensor(values, [1, 1, queries, keys])
}

/** tfjs's own executor hands over the mask of the first input alone: it is the value's in self-attention. */
function keyMask(kwargs: Kwargs, query: tf.Tensor, value: tf.Tensor): tf.Tensor | null {
  const masks = masksOf(kwargs)
  if (masks.length > 1) {
    const [, ofValue = null, ofKey = null] = masks
    return ofValue && ofKey && ofValue !== ofKey ? tf.logicalAnd(ofValue, ofKey) : (ofValue ?? ofKey)
  }
  return query === value ? (masks[0] ?? null) : null
}

tf.serialization.registerClass(BlockpropMultiHeadAttention)
