import { call, compare, method, name } from '../codegen/python/expr'
import { layers, torch } from '../codegen/python/modules'
import { assign, returns } from '../codegen/python/statement'
import { augmentationBlock, augmentationHelper, torchDraw } from './augmentation'
import { choice } from './params'
import { ofSelf } from './torch-module'

/** Axes that are turned round, of `[batch, height, width, channels]`. */
const AXES = { horizontal: [2], vertical: [1], horizontal_and_vertical: [1, 2] } as const

/**
 * Half of the images are mirrored. With both directions an image is mirrored in both or in none, as in Keras.
 * Source: Keras 3 `layers.RandomFlip`.
 */
export const randomFlip = augmentationBlock({
  type: 'randomFlip',
  label: 'RandomFlip',
  aliases: ['mirror', 'flip', 'augmentation'],
  docs: {
    summary: 'While training, mirrors each image or not, by chance. Afterwards it does nothing.',
    use: 'Behind the Input, where a mirrored image means the same: photographs, but neither digits nor letters.',
    formula: {
      tex: String.raw`y_{u,v} = \begin{cases} x_{u,\,w+1-v} & m = 1 \\ x_{u,v} & \text{else} \end{cases}`,
      spoken: 'y at u, v is x at u, w plus 1 minus v, where m is 1, else x at u, v',
      where: [
        ['x_{u,v}', 'the number at row u, column v; the formula is that of left and right'],
        ['w', 'how many columns there are'],
        ['m', 'drawn for each image at each step: 1 with chance one half, else 0']
      ]
    }
  },
  params: {
    mode: choice({
      label: 'Direction',
      help: 'Left and right, top and bottom, or both at once, which turns the image upside down.',
      default: 'horizontal_and_vertical',
      options: {
        horizontal: 'left and right',
        vertical: 'top and bottom',
        horizontal_and_vertical: 'both at once'
      }
    })
  },
  card: p => ({ horizontal: '↔', vertical: '↕', horizontal_and_vertical: '↔ ↕' })[p.mode],
  ops: (b, x, p) => {
    const flips = b.bernoulli([b.batch, 1, 1, 1], 0.5)
    return b.select(
      flips,
      AXES[p.mode].reduce<typeof x>((y, axis) => b.reverse(y, axis), x),
      x
    )
  },
  keras: p => call(layers('RandomFlip'), [p.mode]),
  helper: () =>
    augmentationHelper('RandomFlip', ['axes'], 'Mirrors half of the images, while training.', [
      assign('flips', compare(torchDraw(), '<', 0.5)),
      returns(call(torch('where'), [name('flips'), method(name('x'), 'flip', [ofSelf('axes')]), name('x')]))
    ]),
  pytorch: p => call('RandomFlip', [AXES[p.mode].map(axis => axis + 1)])
})
