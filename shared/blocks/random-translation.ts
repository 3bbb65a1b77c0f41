import { call } from '../codegen/python/expr'
import { layers } from '../codegen/python/modules'
import { float } from './params'
import { fillParam, randomAffineBlock } from './random-affine'

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** Source: Keras 3 `layers.RandomTranslation`. */
export const randomTranslation = randomAffineBlock({
  type: 'randomTranslation',
  label: 'RandomTranslation',
  aliases: ['shift', 'move', 'augmentation'],
  docs: {
    summary: 'While training, shifts each image a little, by chance. Afterwards it does nothing.',
    use: 'Behind the Input, where things do not always stand in the middle, as in digits that are drawn by hand.',
    formula: {
      tex: String.raw`y_{u,v} = x_{u - s,\,v - t}`,
      spoken: 'y at u, v is x at u minus s, v minus t',
      where: [
        ['x_{u,v}', 'the image at row u, column v; between pixels their mean, the nearer the more'],
        ['s, t', 'how far down and right: drawn for each image at each step']
      ]
    }
  },
  params: {
    heightFactor: float({
      label: 'Up and down',
      help: 'How far at most, as a share of the height.',
      unit: 'of the height',
      default: 0.1,
      min: 0,
      max: 1,
      step: 0.05
    }),
    widthFactor: float({
      label: 'Left and right',
      help: 'How far at most, as a share of the width.',
      unit: 'of the width',
      default: 0.1,
      min: 0,
      max: 1,
      step: 0.05
    }),
    fillMode: fillParam()
  },
  card: p => `${percent(p.heightFactor)} · ${percent(p.widthFactor)}`,
  reach: p => ({ height: p.heightFactor, width: p.widthFactor }),
  fill: p => p.fillMode,
  keras: p => call(layers('RandomTranslation'), [p.heightFactor, p.widthFactor], { fill_mode: p.fillMode })
})
