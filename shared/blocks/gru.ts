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
  runRecurrent
} from './recurrent'
import { stacked, transposed } from './torch-weights'
import { glorotUniform, trained, zeros, type WeightData } from './weights'

/**
 * Cho et al. 2014 with the reset gate behind the product, as cuDNN has it; gates in the order z r h. A masked
 * step leaves the state as it is and repeats the last result. Source: Keras 3 `layers.GRU` with its default
 * `reset_after=True`, PyTorch `nn.GRU`.
 */
export const gru = defineBlock({
  type: 'gru',
  label: 'GRU',
  aliases: ['recurrent', 'RNN', 'gated recurrent unit', 'memory'],
  tasks: ['text', 'time series', 'sequence', 'music', 'speech', 'forecast'],
  group: 'recurrent',
  docs: {
    summary: 'Reads a sequence step by step and learns how much of its memory to keep at each step.',
    use: 'Where an LSTM would do: it is smaller and faster, and most often as good.',
    formula: {
      tex: String.raw`\begin{aligned} g_t &= \tanh(W x_t + b + r_t \odot (U h_{t-1} + c)) \\ h_t &= z_t \odot h_{t-1} + (1 - z_t) \odot g_t \end{aligned}`,
      spoken:
        'g at step t is the hyperbolic tangent of W times x at step t, plus b, plus r times the sum of U times the h before and c. h at step t is z times the h before, plus 1 minus z, times g',
      where: [
        ['x_t', 'what comes in at step t'],
        ['h_t', 'the memory after step t, which is also its result'],
        ['z_t, r_t', 'gates from 0 to 1: how much to keep, and how much of the memory to look at'],
        ['g_t', 'what the step has to add'],
        ['W, U, b, c', 'weights and biases: learned']
      ]
    }
  },
  params: recurrentParams,
  inputs: { in: 'one' },
  card: recurrentCard,
  infer: ({ in: x }, p) => inferRecurrent('GRU', x, p),
  weights: ({ in: x }, p) => [...recurrentKernels(x, p, 3), trained('bias', [2, 3 * p.units], zeros)],
  ops: (b, { in: x }, p, weight) => {
    const { units } = p
    const zero = firstState(b, p)
    const kernel = weight('kernel')
    const recurrent = weight('recurrentKernel')
    const bias = weight('bias')
    const inputBias = b.slice(bias, [0, 0], [1, -1])
    const recurrentBias = b.slice(bias, [1, 0], [1, -1])
    const scanned = b.scan({
      carries: [zero],
      inputs: [x],
      mask: x.mask,
      body: (step, [h = zero], [now = x]) => {
        const fromInput = step.add(step.matmul(now, kernel), inputBias)
        const fromState = step.add(step.matmul(h, recurrent), recurrentBias)
        const part = (of: typeof h, k: number) => step.slice(of, [0, k * units], [-1, units])
        const gate = (k: number) => step.sigmoid(step.add(part(fromInput, k), part(fromState, k)))
        const keep = gate(0)
        const added = step.tanh(step.add(part(fromInput, 2), step.mul(gate(1), part(fromState, 2))))
        const result = step.add(step.mul(keep, h), step.mul(step.sub(1, keep), added))
        return { carries: [result], outputs: [result] }
      }
    })
    return recurrentResult(p, scanned)
  },
  keras: p => ({
    layer: call(layers('GRU'), [p.units], { return_sequences: p.returnSequences || undefined })
  }),
  pytorch: (p, io) => {
    const features = io.types.in.shape[1] ?? 0
    return {
      ...runRecurrent(p, io),
      module: call(nn('GRU'), [features, p.units], { batch_first: true }),
      state: weight => ({
        weight_ih_l0: resetFirst(transposed(weight('kernel'), [1, 0])),
        weight_hh_l0: resetFirst(transposed(weight('recurrentKernel'), [1, 0])),
        bias_ih_l0: resetFirst(row(weight('bias'), 0)),
        bias_hh_l0: resetFirst(row(weight('bias'), 1))
      }),
      init: {
        weight_ih_l0: glorotUniform([features, 3 * p.units]),
        weight_hh_l0: { kind: 'orthogonal' },
        bias_ih_l0: zeros,
        bias_hh_l0: zeros
      }
    }
  }
})

function row(t: WeightData, i: number): WeightData {
  const [, width = 0] = t.shape
  return { ...t, shape: [width], data: t.data.slice(i * width, (i + 1) * width) }
}

/** Gates along the first axis from Keras's order z r h to PyTorch's r z n. */
function resetFirst(t: WeightData): WeightData {
  const [rows = 0, ...rest] = t.shape
  const size = t.data.length / 3
  const [update, reset, candidate] = [0, 1, 2].map(k => ({
    ...t,
    shape: [rows / 3, ...rest],
    data: t.data.slice(k * size, (k + 1) * size)
  }))
  return update && reset && candidate ? stacked([reset, update, candidate]) : t
}
