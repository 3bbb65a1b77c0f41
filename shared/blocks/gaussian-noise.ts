import { add, call } from '../codegen/python/expr'
import { layers } from '../codegen/python/modules'
import { noiseBlock } from './noise'
import { noiseHelper } from './noise-torch'
import { float } from './params'

/** Source: Keras 3 `layers.GaussianNoise`. */
export const gaussianNoise = noiseBlock({
  type: 'gaussianNoise',
  label: 'GaussianNoise',
  aliases: ['noise', 'jitter', 'normal noise', 'regularisation'],
  tasks: ['overfitting', 'denoising', 'robust', 'augmentation', 'generalisation'],
  docs: {
    summary: 'While training, adds a little random number to each number. Afterwards it does nothing.',
    use: 'Right behind an Input, against overfitting: the network never sees the same sample twice.',
    formula: {
      tex: String.raw`y = x + \sigma\,\epsilon`,
      spoken: 'y is x plus sigma times epsilon',
      where: [
        ['x', 'what comes in'],
        [String.raw`\sigma`, 'the deviation'],
        [String.raw`\epsilon`, 'random numbers, new at each step: most of them between −1 and 1']
      ]
    }
  },
  params: {
    stddev: float({
      label: 'Deviation',
      help: 'How strong the noise is: two thirds of what is added lie between −this and this.',
      default: 0.1,
      min: 0,
      max: 1,
      step: 0.05
    })
  },
  card: p => `deviation ${p.stddev}`,
  changed: (b, x, p) => (p.stddev === 0 ? x : b.add(x, b.mul(b.normal(x.shape), p.stddev))),
  keras: p => call(layers('GaussianNoise'), [p.stddev]),
  pytorch: p => call('GaussianNoise', [p.stddev]),
  helper: () =>
    noiseHelper({
      name: 'GaussianNoise',
      docstring: 'Adds noise while training.',
      argument: 'stddev',
      stddev: argument => argument,
      changed: add
    })
})
