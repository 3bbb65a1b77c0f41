import { call, index, method, name, neg, slice, tuple, type PyExpr } from '../codegen/python/expr'
import { layers, nn, packing, torch } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { defineBlock, type WeightOf } from './block'
import { flag, int } from './params'
import { shapeText, tensor } from './tensor-type'
import { transposed } from './torch-weights'
import { glorotUniform, trained } from './weights'

/**
 * Hochreiter & Schmidhuber 1997 with a forget gate (Gers 2000); gates in the order i f c o. A masked step
 * leaves the state as it is and repeats the last result. Source: Keras 3 `layers.LSTM`, PyTorch `nn.LSTM`.
 */
export const lstm = defineBlock({
  type: 'lstm',
  label: 'LSTM',
  aliases: ['recurrent', 'RNN', 'memory', 'sequence'],
  tasks: ['text', 'time series', 'sequence', 'music', 'speech', 'forecast'],
  group: 'recurrent',
  docs: {
    summary:
      'Reads a sequence step by step and keeps a memory; it learns what to remember, what to forget and what to say.',
    use: 'For text, music and measurements over time, of any length.',
    formula: {
      tex: String.raw`\begin{aligned} c_t &= f_t \odot c_{t-1} + i_t \odot g_t \\ h_t &= o_t \odot \tanh(c_t) \end{aligned}`,
      spoken:
        'c at step t is f times the c before, plus i times g. h at step t is o times the hyperbolic tangent of c',
      where: [
        ['c_t', 'the memory after step t'],
        ['h_t', 'the result of step t'],
        ['f_t, i_t, o_t', 'gates from 0 to 1: how much to keep, to take in and to tell'],
        ['g_t', 'what the step has to add; gates and it are computed from the input and the result before']
      ]
    }
  },
  params: {
    units: int({
      label: 'Units',
      help: 'How many numbers its memory holds, and each result.',
      default: 32,
      min: 1
    }),
    returnSequences: flag({
      label: 'Every step',
      help: 'Gives a result for each step; otherwise only the one after the last step.',
      default: false
    })
  },
  inputs: { in: 'one' },
  card: p => `${p.units} units · ${p.returnSequences ? 'every step' : 'last step'}`,
  infer: ({ in: x }, p) => {
    const [time, features] = x.shape
    if (x.dtype === 'int32')
      return fail({
        port: 'in',
        message: 'LSTM reads vectors, but gets token ids: an Embedding turns each id into a vector.',
        why: 'token-ids',
        expected: 'vectors',
        ...(x.shape.length === 1 && { hints: [{ kind: 'insert-before', port: 'in', type: 'embedding' }] })
      })
    if (x.shape.length !== 2 || time === undefined || features == null)
      return fail({
        port: 'in',
        message: `LSTM reads a sequence of time × features, but gets ${shapeText(x.shape)}.`,
        expected: 'a sequence'
      })
    return ok([p.returnSequences ? tensor([time, p.units], 'float32', x.mask) : tensor([p.units])])
  },
  weights: ({ in: x }, p) => {
    const kernel = [x.shape[1] ?? 0, 4 * p.units]
    return [
      trained('kernel', kernel, glorotUniform(kernel)),
      trained('recurrentKernel', [p.units, 4 * p.units], { kind: 'orthogonal' }),
      trained('bias', [4 * p.units], { kind: 'forget-gate-ones' })
    ]
  },
  ops: (b, { in: x }, p, weight) => {
    const { units } = p
    const zero = b.constant({ shape: [b.batch, units], data: new Float32Array(b.batch * units) })
    const kernel = weight('kernel')
    const recurrent = weight('recurrentKernel')
    const bias = weight('bias')
    const { carries, outputs } = b.scan({
      carries: [zero, zero],
      inputs: [x],
      mask: x.mask,
      body: (step, [h = zero, c = zero], [now = x]) => {
        const sum = step.add(step.add(step.matmul(now, kernel), step.matmul(h, recurrent)), bias)
        const gate = (k: number) => step.slice(sum, [0, k * units], [-1, units])
        const kept = step.mul(step.sigmoid(gate(1)), c)
        const cell = step.add(kept, step.mul(step.sigmoid(gate(0)), step.tanh(gate(2))))
        const result = step.mul(step.sigmoid(gate(3)), step.tanh(cell))
        return { carries: [result, cell], outputs: [result] }
      }
    })
    const result = p.returnSequences ? outputs[0] : carries[0]
    return result ? [result] : []
  },
  tfjs: p => [{ className: 'BlockpropLSTM', config: { units: p.units, returnSequences: p.returnSequences } }],
  keras: p => ({
    layer: call(layers('LSTM'), [p.units], { return_sequences: p.returnSequences || undefined })
  }),
  pytorch: (p, io) => {
    const features = io.types.in.shape[1] ?? 0
    const x = io.take('in', 'plain')
    const mask = io.mask('in')
    const shared = {
      module: call(nn('LSTM'), [features, p.units], { batch_first: true }),
      state: (weight: WeightOf) => {
        const bias = weight('bias')
        return {
          weight_ih_l0: transposed(weight('kernel'), [1, 0]),
          weight_hh_l0: transposed(weight('recurrentKernel'), [1, 0]),
          bias_ih_l0: bias,
          bias_hh_l0: { ...bias, data: new Float32Array(bias.data.length) }
        }
      },
      init: {
        weight_ih_l0: glorotUniform([features, 4 * p.units]),
        weight_hh_l0: { kind: 'orthogonal' },
        bias_ih_l0: { kind: 'forget-gate-ones' }
      },
      unused: ['bias_hh_l0']
    } as const
    if (!mask)
      return {
        ...shared,
        forward: self => {
          const sequence = index(call(self, [x]), 0)
          return p.returnSequences ? sequence : index(sequence, slice(), neg(1))
        }
      }
    const packed = io.local('packed')
    const hidden = io.local('hidden')
    const run = (self: PyExpr): readonly (readonly [PyExpr, PyExpr])[] => [
      [
        packed,
        call(packing('pack_padded_sequence'), [x, method(method(mask, 'sum', [1]), 'cpu')], {
          batch_first: true,
          enforce_sorted: false
        })
      ],
      [tuple([packed, tuple([hidden, name('_')])]), call(self, [packed])]
    ]
    if (!p.returnSequences) return { ...shared, before: run, forward: () => index(hidden, neg(1)) }
    const padded = io.local('padded')
    return {
      ...shared,
      before: self => [
        ...run(self),
        [
          tuple([padded, name('_')]),
          call(packing('pad_packed_sequence'), [packed], {
            batch_first: true,
            total_length: method(x, 'size', [1])
          })
        ]
      ],
      // Steps of padding repeat the last result.
      forward: () =>
        call(torch('where'), [
          method(mask, 'unsqueeze', [neg(1)]),
          padded,
          method(index(hidden, neg(1)), 'unsqueeze', [1])
        ]),
      mask
    }
  }
})
