import { call } from '../codegen/python/expr'
import { layers, nn } from '../codegen/python/modules'
import { defineBlock } from './block'
import { choice } from './params'
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
import { trained, zeros } from './weights'

/**
 * Elman 1990. A masked step leaves the state as it is and repeats the last result. Source: Keras 3
 * `layers.SimpleRNN`, PyTorch `nn.RNN`.
 */
export const simpleRnn = defineBlock({
  type: 'simpleRnn',
  label: 'SimpleRNN',
  aliases: ['recurrent', 'RNN', 'Elman', 'vanilla RNN'],
  tasks: ['text', 'time series', 'sequence', 'forecast'],
  group: 'recurrent',
  docs: {
    summary: 'Reads a sequence step by step; each result is made from the step and the result before it.',
    use: 'For short sequences, or to see how recurrence works. It soon forgets: LSTM and GRU remember longer.',
    formula: {
      tex: String.raw`h_t = f(W x_t + U h_{t-1} + b)`,
      spoken: 'h at step t is f of W times x at step t, plus U times the h before, plus b',
      where: [
        ['x_t', 'what comes in at step t'],
        ['h_t', 'the result of step t'],
        ['W, U, b', 'two tables of weights and a bias: learned'],
        ['f', 'the activation']
      ]
    }
  },
  params: {
    ...recurrentParams,
    activation: choice({
      label: 'Activation',
      help: 'What is made of the sum at each step.',
      default: 'tanh',
      options: { tanh: 'Tanh', relu: 'ReLU' }
    })
  },
  inputs: { in: 'one' },
  card: recurrentCard,
  infer: ({ in: x }, p) => inferRecurrent('SimpleRNN', x, p),
  weights: ({ in: x }, p) => [...recurrentKernels(x, p, 1), trained('bias', [p.units], zeros)],
  ops: (b, { in: x }, p, weight) => {
    const zero = firstState(b, p)
    const kernel = weight('kernel')
    const recurrent = weight('recurrentKernel')
    const bias = weight('bias')
    const scanned = b.scan({
      carries: [zero],
      inputs: [x],
      mask: x.mask,
      body: (step, [h = zero], [now = x]) => {
        const sum = step.add(step.add(step.matmul(now, kernel), step.matmul(h, recurrent)), bias)
        const result = step[p.activation](sum)
        return { carries: [result], outputs: [result] }
      }
    })
    return recurrentResult(p, scanned)
  },
  keras: p => ({
    layer: call(layers('SimpleRNN'), [p.units], {
      activation: p.activation === 'tanh' ? undefined : p.activation,
      return_sequences: p.returnSequences || undefined
    })
  }),
  pytorch: (p, io) => {
    const features = io.types.in.shape[1] ?? 0
    return {
      ...runRecurrent(p, io),
      module: call(nn('RNN'), [features, p.units], {
        nonlinearity: p.activation === 'tanh' ? undefined : p.activation,
        batch_first: true
      }),
      ...withOneBias(io.types.in, p, 1, zeros)
    }
  }
})
