import { call } from '../codegen/python/expr'
import { layers, nn } from '../codegen/python/modules'
import { SELU_ALPHA, SELU_SCALE } from './activation-table'
import { noiseBlock, rateParam, rateText } from './noise'

/** What SELU gives for numbers far below 0: −scale · alpha. */
const LOWEST = -SELU_SCALE * SELU_ALPHA

/** Klambauer et al. 2017. Source: Keras 3 `layers.AlphaDropout`, PyTorch `nn.AlphaDropout`. */
export const alphaDropout = noiseBlock({
  type: 'alphaDropout',
  label: 'AlphaDropout',
  aliases: ['drop out', 'SELU dropout', 'self-normalising', 'regularisation'],
  tasks: ['overfitting', 'generalisation', 'validation loss rises'],
  docs: {
    summary:
      'While training, sets a random part of the numbers to the lowest value of SELU, and shifts and scales all so that mean and deviation stay the same. Afterwards it does nothing.',
    use: 'In place of Dropout behind layers with the activation SELU, which need numbers of mean 0 and deviation 1.',
    formula: {
      tex: String.raw`y = a\,\bigl(m \odot x + (1 - m)\,\alpha'\bigr) + b,\quad a = \frac{1}{\sqrt{(1 - p)(1 + p\,\alpha'^2)}},\quad b = -a\,p\,\alpha'`,
      spoken:
        'y is a times, where m is 1, x, and where m is 0, alpha prime, all plus b, where a is one over the square root of one minus p times one plus p times alpha prime squared, and b is minus a times p times alpha prime',
      where: [
        ['x', 'what comes in'],
        ['p', 'the rate'],
        ['m', 'a mask, new at each step: 0 with chance p, else 1'],
        [String.raw`\alpha'`, 'the lowest value of SELU, about −1.758']
      ]
    }
  },
  params: {
    rate: rateParam('The share that is replaced at each step: 0.05 to 0.2 is usual.', 'of all numbers')
  },
  card: rateText,
  changed: (b, x, { rate }) => {
    if (rate === 0) return x
    const keep = b.bernoulli(x.shape, 1 - rate)
    const mixed = b.add(b.mul(x, keep), b.mul(b.sub(1, keep), LOWEST))
    const scale = ((1 - rate) * (1 + rate * LOWEST ** 2)) ** -0.5
    return b.add(b.mul(mixed, scale), -scale * LOWEST * rate)
  },
  keras: p => call(layers('AlphaDropout'), [p.rate]),
  pytorch: p => call(nn('AlphaDropout'), [p.rate])
})
