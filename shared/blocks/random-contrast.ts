import { add, call, method, mul, name, sub } from '../codegen/python/expr'
import { layers } from '../codegen/python/modules'
import { assign, returns } from '../codegen/python/statement'
import { augmentationBlock, augmentationHelper, torchDraw } from './augmentation'
import { float } from './params'
import { ofSelf } from './torch-module'

/** Each image by a factor of its own, around the mean of each channel. Source: Keras 3 `layers.RandomContrast`. */
export const randomContrast = augmentationBlock({
  type: 'randomContrast',
  label: 'RandomContrast',
  aliases: ['brightness', 'light', 'augmentation'],
  docs: {
    summary:
      'While training, makes the light and dark of each image differ more or less, by chance. Afterwards it does nothing.',
    use: 'Behind the Input, where pictures are taken in different light.',
    formula: {
      tex: String.raw`y = \min(\max(l, c\,(x - \mu) + \mu), h)`,
      spoken: 'y is c times x minus mu, plus mu, cut off below l and above h',
      where: [
        ['x', 'what comes in'],
        [String.raw`\mu`, 'the mean of its channel in this image'],
        ['c', 'drawn for each image at each step: from 1 less the factor to 1 plus the factor'],
        ['l, h', 'lowest and highest value of a pixel']
      ]
    }
  },
  params: {
    factor: float({
      label: 'Factor',
      help: 'How far the contrast changes at most: 0.2 is a fifth less or more.',
      default: 0.2,
      min: 0,
      max: 1,
      step: 0.05
    }),
    lowest: float({
      label: 'Lowest value',
      help: 'The value of black. Results below it become it.',
      default: 0,
      min: -1_000_000,
      max: 1_000_000,
      step: 1
    }),
    highest: float({
      label: 'Highest value',
      help: 'The value of white: 1 where pixels lie between 0 and 1, else often 255. Results above it become it.',
      default: 1,
      min: -1_000_000,
      max: 1_000_000,
      step: 1
    })
  },
  card: p => `± ${Math.round(p.factor * 100)} %`,
  mistake: p =>
    p.lowest < p.highest
      ? undefined
      : {
          port: 'in',
          message: `The highest value of a pixel must be above the lowest, but they are ${p.highest} and ${p.lowest}.`,
          hints: [{ kind: 'set', param: 'highest', value: p.lowest + 1 }]
        },
  ops: (b, x, p) => {
    const draw = b.uniform([b.batch, 1, 1, 1])
    const factors = b.add(b.mul(draw, 2 * p.factor), 1 - p.factor)
    const mean = b.mean(x, [1, 2], true)
    const changed = b.add(b.mul(b.sub(x, mean), factors), mean)
    return b.min(b.max(changed, p.lowest), p.highest)
  },
  // A single number would be read as 1 to 1 + factor.
  keras: p => call(layers('RandomContrast'), [[p.factor, p.factor]], { value_range: [p.lowest, p.highest] }),
  helper: () =>
    augmentationHelper(
      'RandomContrast',
      ['factor', 'lowest', 'highest'],
      'Changes the contrast of each image by chance, while training.',
      [
        assign('factors', add(1, mul(ofSelf('factor'), sub(mul(2, torchDraw()), 1)))),
        assign('mean', method(name('x'), 'mean', [], { dim: [2, 3], keepdim: true })),
        returns(
          method(add(mul(sub(name('x'), name('mean')), name('factors')), name('mean')), 'clamp', [
            ofSelf('lowest'),
            ofSelf('highest')
          ])
        )
      ]
    ),
  pytorch: p => call('RandomContrast', [p.factor, p.lowest, p.highest])
})
