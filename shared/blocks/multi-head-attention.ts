import { call, index, method, unary, type PyExpr } from '../codegen/python/expr'
import { layers, nn, torch } from '../codegen/python/modules'
import type { OpsBuilder } from '../network/builder'
import type { Value } from '../network/program'
import { fail, ok } from '../result'
import { defineBlock, type Ins } from './block'
import { commonMask } from './merged-mask'
import { attentionHelper, attentionState } from './multi-head-attention-torch'
import { flag, float, int } from './params'
import { shapeText, tensor, type TensorType } from './tensor-type'
import { glorotUniform, trained, zeros, type Weight } from './weights'

const inputs = { query: 'one', value: 'one', key: 'optional' } as const
type Types = Ins<typeof inputs, TensorType>

const params = {
  heads: int({
    label: 'Heads',
    help: 'How many kinds of relation it looks for at once.',
    default: 4,
    min: 1,
    max: 1024
  }),
  keyDim: int({ label: 'Size of a head', help: 'How many numbers each head compares.', default: 16, min: 1 }),
  dropout: float({
    label: 'Dropout',
    help: 'The share of attention that is dropped while training.',
    unit: 'of all pairs of steps',
    default: 0,
    min: 0,
    max: 0.99,
    step: 0.05
  }),
  causal: flag({
    label: 'Causal',
    help: 'Each step sees itself and those before it, never what is to come.',
    default: false
  })
} as const

/**
 * `softmax(q kᵀ / √d) v` in each head, then one projection back to the width of the query: Vaswani et al.
 * 2017, section 3.2.2. Padding of value and key hides keys. Source: Keras 3 `layers.MultiHeadAttention`.
 */
export const multiHeadAttention = defineBlock({
  type: 'multiHeadAttention',
  label: 'Multi-head attention',
  aliases: ['transformer', 'self-attention', 'MHA', 'query key value'],
  tasks: ['text', 'transformer', 'language', 'sequence', 'translation', 'GPT'],
  group: 'attention',
  docs: {
    summary: 'Each step of a sequence looks at all others and takes something from those that matter to it.',
    use: 'For sequences in which things far apart belong together. Connect one block to query and value for self-attention.',
    formula: {
      tex: String.raw`y = \operatorname{softmax}\!\left(\frac{QK^{\mathsf{T}}}{\sqrt{d}}\right) V`,
      spoken: 'in each head, y is softmax of Q times K transposed, over the square root of d, times V',
      where: [
        ['Q', 'queries: what each step asks for'],
        ['K', 'keys: what each step has to offer'],
        ['V', 'values: what is taken from it'],
        ['d', 'the size of a head']
      ]
    }
  },
  params,
  inputs,
  card: p => `${p.heads} heads · ${p.keyDim}`,
  infer: ({ query, value, key }, p) => {
    for (const [port, type] of Object.entries({ query, value, key })) {
      if (!type) continue
      if (type.dtype === 'int32')
        return fail({
          port,
          message:
            'Attention compares vectors, but gets token ids: an Embedding turns each id into a vector.',
          why: 'token-ids',
          ...(type.shape.length === 1 && { hints: [{ kind: 'insert-before', port, type: 'embedding' }] })
        })
      if (type.shape.length !== 2 || type.shape[1] == null)
        return fail({
          port,
          message: `Attention needs a sequence of time × features at “${port}”, but gets ${shapeText(type.shape)}.`,
          expected: 'a sequence'
        })
    }
    if (key && value.shape[0] !== key.shape[0])
      return fail({
        port: 'key',
        message: `Key and value must have one length, but have ${shapeText(key.shape)} and ${shapeText(value.shape)}.`
      })
    if (p.causal && query.shape[0] !== value.shape[0])
      return fail({
        port: 'value',
        message: 'Causal attention needs query and value of one length.',
        hints: [{ kind: 'set', param: 'causal', value: false }]
      })
    return ok([tensor([query.shape[0] ?? null, query.shape[1] ?? 0], 'float32', query.mask)])
  },
  weights: ({ query, value, key }, p) => {
    const width = (type: TensorType | undefined): number => type?.shape[1] ?? 0
    const project = (name: string, from: number): readonly Weight[] => {
      const kernel = [from, p.heads, p.keyDim]
      return [
        trained(`${name}Kernel`, kernel, glorotUniform(kernel)),
        trained(`${name}Bias`, kernel.slice(1), zeros)
      ]
    }
    const back = [p.heads, p.keyDim, width(query)]
    return [
      ...project('query', width(query)),
      ...project('key', width(key ?? value)),
      ...project('value', width(value)),
      trained('outputKernel', back, glorotUniform(back)),
      trained('outputBias', [width(query)], zeros)
    ]
  },
  ops: (b, { query, value, key = value }, p, weight) => {
    const size = p.heads * p.keyDim
    /** [batch, time, features] → [batch, heads, time, keyDim] */
    const project = (x: Value, name: string): Value => {
      const kernel = weight(`${name}Kernel`)
      const flat = b.matmul(x, b.reshape(kernel, [kernel.shape[0] ?? 0, size]))
      const biased = b.add(flat, b.reshape(weight(`${name}Bias`), [size]))
      return b.transpose(b.reshape(biased, [b.batch, x.shape[1] ?? 0, p.heads, p.keyDim]), [0, 2, 1, 3])
    }
    const scores = b.matmul(project(query, 'query'), project(key, 'key'), { transposeB: true })
    const hidden = b.softmax(
      hide(b, b.div(scores, Math.sqrt(p.keyDim)), commonMask(b, value.mask, key.mask), p.causal),
      -1
    )
    const keep = 1 - p.dropout
    const kept =
      b.training && p.dropout > 0 ? b.mul(hidden, b.div(b.bernoulli(hidden.shape, keep), keep)) : hidden
    const heads = b.transpose(b.matmul(kept, project(value, 'value')), [0, 2, 1, 3])
    const joined = b.reshape(heads, [b.batch, query.shape[1] ?? 0, size])
    const back = b.reshape(weight('outputKernel'), [size, query.shape[2] ?? 0])
    return [b.withMask(b.add(b.matmul(joined, back), weight('outputBias')), query.mask)]
  },
  tfjs: p => [
    {
      className: 'BlockpropMultiHeadAttention',
      config: {
        heads: p.heads,
        keyDim: p.keyDim,
        valueDim: p.keyDim,
        dropout: p.dropout,
        useBias: true,
        causal: p.causal
      }
    }
  ],
  keras: p => ({
    layer: call(layers('MultiHeadAttention'), [], {
      num_heads: p.heads,
      key_dim: p.keyDim,
      dropout: p.dropout === 0 ? undefined : p.dropout
    }),
    stripsMasks: true,
    madeOfLayers: true,
    apply: (layer, { query, value, key }) =>
      call(layer, [only(query), only(value)], {
        key: key === undefined ? undefined : only(key),
        use_causal_mask: p.causal || undefined
      })
  }),
  pytorch: (p, io) => {
    const types: Types = io.types
    const query = io.take('query', 'plain')
    const value = io.take('value', 'plain')
    const key = types.key ? io.take('key', 'plain') : value
    const hidden = bothMasks(io.mask('value'), types.key && io.mask('key'))
    const width = types.query.shape[1] ?? 0
    const widths = {
      query: width,
      key: (types.key ?? types.value).shape[1] ?? 0,
      value: types.value.shape[1] ?? 0
    }
    // PyTorch's module takes the size of a head from the width, and has no other.
    const isStandard = p.heads * p.keyDim === width
    const isEven = widths.key === width && widths.value === width
    const seen = call(torch('ones'), [method(query, 'size', [1]), method(query, 'size', [1])], {
      dtype: torch('bool'),
      device: { kind: 'attribute', value: query, name: 'device' }
    })
    const kwargs = {
      key_padding_mask: hidden && unary('~', hidden),
      attn_mask: p.causal ? method(seen, 'triu', [], { diagonal: 1 }) : undefined
    }
    if (!isStandard)
      return {
        helper: attentionHelper(),
        module: call(attentionHelper().name, [widths.query, widths.key, widths.value, p.heads, p.keyDim], {
          dropout: p.dropout === 0 ? undefined : p.dropout
        }),
        forward: self => call(self, [query, key, value], kwargs),
        ...attentionState(p, widths, 'helper'),
        ...maskOf(io.mask('query'))
      }
    return {
      module: call(nn('MultiheadAttention'), [width, p.heads], {
        dropout: p.dropout === 0 ? undefined : p.dropout,
        kdim: isEven ? undefined : widths.key,
        vdim: isEven ? undefined : widths.value,
        batch_first: true
      }),
      forward: self => index(call(self, [query, key, value], { ...kwargs, need_weights: false }), 0),
      ...attentionState(p, widths, isEven ? 'joined' : 'apart'),
      ...maskOf(io.mask('query'))
    }
  }
})

/** Takes keys of padding, and for causal attention those to come, out of the softmax. */
function hide(b: OpsBuilder, scores: Value, mask: Value | undefined, causal: boolean): Value {
  const [, , steps = 0, keys = 0] = scores.shape
  const far = -1e9
  const padded = mask
    ? b.add(scores, b.reshape(b.mul(b.sub(1, b.cast(mask, 'float32')), far), [b.batch, 1, 1, keys]))
    : scores
  if (!causal) return padded
  const data = Float32Array.from({ length: steps * keys }, (_, i) =>
    i % keys > Math.floor(i / keys) ? far : 0
  )
  return b.add(padded, b.constant({ shape: [1, 1, steps, keys], data }))
}

function only(value: PyExpr | readonly PyExpr[] | undefined): PyExpr {
  if (value === undefined || !('kind' in value)) throw new Error('attention takes one value at each port')
  return value
}

/** Where a step counts in both. */
function bothMasks(x: PyExpr | undefined, y: PyExpr | undefined): PyExpr | undefined {
  if (!x || !y || JSON.stringify(x) === JSON.stringify(y)) return x ?? y
  return { kind: 'binary', operator: '&', left: x, right: y }
}

const maskOf = (mask: PyExpr | undefined): { readonly mask?: PyExpr } => (mask ? { mask } : {})
