import { add, call, div, mul, power, sub } from '../codegen/python/expr'
import { layers } from '../codegen/python/modules'
import { noiseBlock, rateParam, rateText } from './noise'
import { noiseHelper } from './noise-torch'

/** Srivastava et al. 2014, section 10. Source: Keras 3 `layers.GaussianDropout`. */
export const gaussianDropout = noiseBlock({
  type: 'gaussianDropout',
  label: 'GaussianDropout',
  aliases: ['multiplicative noise', 'drop out', 'regularisation'],
  tasks: ['overfitting', 'generalisation', 'validation loss rises'],
  docs: {
    summary:
      'While training, multiplies each number by a random one around 1, as strongly as Dropout of that rate would disturb it. Afterwards it does nothing.',
    use: 'Against overfitting, as Dropout, where no number should vanish altogether.',
    formula: {
      tex: String.raw`y = x \left(1 + \sqrt{\frac{p}{1 - p}}\;\epsilon\right)`,
      spoken: 'y is x times one plus the square root of p over one minus p, times epsilon',
      where: [
        ['x', 'what comes in'],
        ['p', 'the rate'],
        [String.raw`\epsilon`, 'random numbers, new at each step: most of them between −1 and 1']
      ]
    }
  },
  params: {
    rate: rateParam('How strong it is: as a Dropout that sets this share to 0.', 'of all numbers')
  },
  card: rateText,
  changed: (b, x, { rate }) =>
    rate === 0 ? x : b.mul(x, b.add(b.mul(b.normal(x.shape), Math.sqrt(rate / (1 - rate))), 1)),
  keras: p => call(layers('GaussianDropout'), [p.rate]),
  pytorch: p => call('GaussianDropout', [p.rate]),
  helper: () =>
    noiseHelper({
      name: 'GaussianDropout',
      docstring: 'Multiplies by noise around 1 while training.',
      argument: 'rate',
      stddev: rate => power(div(rate, sub(1, rate)), 0.5),
      changed: (x, noise) => mul(x, add(1, noise))
    })
})
