import { call } from '../codegen/python/expr'
import { layers, nn } from '../codegen/python/modules'
import { defineBlock } from './block'
import {
  firstState,
  inferRecurrent,
  recurrentCard,
  recurrentKernels,
  recurrentParams,
  recurrentResult,
  runRecurrent,
  withOneBias
} from './recurrent'
import { trained } from './weights'

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
  params: recurrentParams,
  inputs: { in: 'one' },
  card: recurrentCard,
  infer: ({ in: x }, p) => inferRecurrent('LSTM', x, p),
  weights: ({ in: x }, p) => [
    ...recurrentKernels(x, p, 4),
    trained('bias', [4 * p.units], { kind: 'forget-gate-ones' })
  ],
  ops: (b, { in: x }, p, weight) => {
    const { units } = p
    const zero = firstState(b, p)
    const kernel = weight('kernel')
    const recurrent = weight('recurrentKernel')
    const bias = weight('bias')
    const scanned = b.scan({
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
    return recurrentResult(p, scanned)
  },
  tfjs: p => [{ className: 'BlockpropLSTM', config: { units: p.units, returnSequences: p.returnSequences } }],
  keras: p => ({
    layer: call(layers('LSTM'), [p.units], { return_sequences: p.returnSequences || undefined })
  }),
  pytorch: (p, io) => {
    const features = io.types.in.shape[1] ?? 0
    return {
      ...runRecurrent(p, io, { hasCell: true }),
      module: call(nn('LSTM'), [features, p.units], { batch_first: true }),
      ...withOneBias(io.types.in, p, 4, { kind: 'forget-gate-ones' })
    }
  }
})
