/** What Multi-head attention is in PyTorch, besides its call. */
import {
  attr,
  call,
  compare,
  div,
  matmul,
  method,
  mul,
  name,
  neg,
  param,
  power,
  type PyExpr
} from '../codegen/python/expr'
import { F, nn } from '../codegen/python/modules'
import { assign, classDef, comment, def, returns, run, when } from '../codegen/python/statement'
import type { TorchHelper, TorchLayer, WeightOf } from './block'
import { reshaped, stacked, transposed } from './torch-weights'
import { zeros, type Initializer, type WeightData } from './weights'

interface Sizes {
  readonly heads: number
  readonly keyDim: number
}
interface Widths {
  readonly query: number
  readonly key: number
  readonly value: number
}

/** `joined`: one in_proj_weight; `apart`: widths differ; `helper`: our own module of four Linear layers. */
type Form = 'joined' | 'apart' | 'helper'

/** How our weights become the entries of the module's state_dict, and how those start. */
export function attentionState(
  { heads, keyDim }: Sizes,
  widths: Widths,
  form: Form
): Pick<TorchLayer, 'state' | 'init'> {
  const size = heads * keyDim
  const limit = (width: number): Initializer => ({
    kind: 'uniform',
    // The fans of Keras's [width, heads, size] kernels.
    limit: Math.sqrt(6 / (width * heads + width * keyDim))
  })
  const matrix = (weight: WeightOf, part: keyof Widths): WeightData =>
    transposed(reshaped(weight(`${part}Kernel`), [widths[part], size]), [1, 0])
  const bias = (weight: WeightOf, part: keyof Widths): WeightData => reshaped(weight(`${part}Bias`), [size])
  const back = (weight: WeightOf): WeightData =>
    transposed(reshaped(weight('outputKernel'), [size, widths.query]), [1, 0])
  const outLimit: Initializer = {
    kind: 'uniform',
    limit: Math.sqrt(6 / (heads * keyDim + heads * widths.query))
  }
  if (form === 'helper')
    return {
      state: weight => ({
        'query.weight': matrix(weight, 'query'),
        'query.bias': bias(weight, 'query'),
        'key.weight': matrix(weight, 'key'),
        'key.bias': bias(weight, 'key'),
        'value.weight': matrix(weight, 'value'),
        'value.bias': bias(weight, 'value'),
        'output.weight': back(weight),
        'output.bias': weight('outputBias')
      }),
      init: {
        'query.weight': limit(widths.query),
        'query.bias': zeros,
        'key.weight': limit(widths.key),
        'key.bias': zeros,
        'value.weight': limit(widths.value),
        'value.bias': zeros,
        'output.weight': outLimit,
        'output.bias': zeros
      }
    }
  const parts = ['query', 'key', 'value'] as const
  return {
    state: weight => ({
      ...(form === 'joined'
        ? { in_proj_weight: stacked(parts.map(part => matrix(weight, part))) }
        : {
            q_proj_weight: matrix(weight, 'query'),
            k_proj_weight: matrix(weight, 'key'),
            v_proj_weight: matrix(weight, 'value')
          }),
      in_proj_bias: stacked(parts.map(part => bias(weight, part))),
      'out_proj.weight': back(weight),
      'out_proj.bias': weight('outputBias')
    }),
    init: {
      ...(form === 'joined'
        ? { in_proj_weight: limit(widths.query) }
        : {
            q_proj_weight: limit(widths.query),
            k_proj_weight: limit(widths.key),
            v_proj_weight: limit(widths.value)
          }),
      'out_proj.weight': outLimit
    }
  }
}

/** Attention whose heads have a size of their own: `nn.MultiheadAttention` takes width ÷ heads only. */
export function attentionHelper(): TorchHelper {
  const self = (attribute: string): PyExpr => attr(name('self'), attribute)
  const [query, key, value] = [name('query'), name('key'), name('value')]
  const size = mul(name('heads'), name('head_size'))
  const split = (layer: string, x: PyExpr): PyExpr =>
    method(
      method(call(self(layer), [x]), 'unflatten', [neg(1), [self('heads'), neg(1)]]),
      'transpose',
      [1, 2]
    )
  const hidden = (mask: PyExpr): PyExpr =>
    method(name('scores'), 'masked_fill', [mask, call('float', ['-inf'])])
  const linear = (from: PyExpr, to: PyExpr): PyExpr => call(nn('Linear'), [from, to])
  return {
    name: 'HeadAttention',
    statement: classDef(
      'HeadAttention',
      [nn('Module')],
      [
        def(
          '__init__',
          [
            'self',
            'query_width',
            'key_width',
            'value_width',
            'heads',
            'head_size',
            param('dropout', { default: 0 })
          ],
          [
            run(method(call('super'), '__init__')),
            assign(self('heads'), name('heads')),
            assign(self('dropout'), name('dropout')),
            assign(self('query'), linear(name('query_width'), size)),
            assign(self('key'), linear(name('key_width'), size)),
            assign(self('value'), linear(name('value_width'), size)),
            assign(self('output'), linear(size, name('query_width')))
          ]
        ),
        def(
          'forward',
          [
            'self',
            'query',
            'key',
            'value',
            param('key_padding_mask', { default: null }),
            param('attn_mask', { default: null })
          ],
          [
            comment('[batch, heads, time, head size]'),
            assign('query', split('query', query)),
            assign('key', split('key', key)),
            assign('value', split('value', value)),
            assign(
              'scores',
              div(
                matmul(query, method(key, 'transpose', [neg(2), neg(1)])),
                power(method(query, 'size', [neg(1)]), 0.5)
              )
            ),
            when(compare(name('key_padding_mask'), 'is not', null), [
              assign(
                'scores',
                hidden({
                  kind: 'index',
                  value: name('key_padding_mask'),
                  items: [
                    { kind: 'slice', from: null, to: null, step: null },
                    { kind: 'constant', value: null },
                    { kind: 'constant', value: null }
                  ]
                })
              )
            ]),
            when(compare(name('attn_mask'), 'is not', null), [assign('scores', hidden(name('attn_mask')))]),
            assign(
              'attention',
              call(F('dropout'), [
                call(F('softmax'), [name('scores')], { dim: -1 }),
                self('dropout'),
                self('training')
              ])
            ),
            assign('heads', method(matmul(name('attention'), value), 'transpose', [1, 2])),
            returns(call(self('output'), [method(name('heads'), 'flatten', [2])]))
          ]
        )
      ],
      { docstring: 'Multi-head attention whose heads have a size of their own.' }
    )
  }
}
