import { call } from '../codegen/python/expr'
import { layers } from '../codegen/python/modules'
import { float } from './params'
import { fillParam, randomAffineBlock } from './random-affine'

/** Around the middle, both directions alike. Source: Keras 3 `layers.RandomZoom`. */
export const randomZoom = randomAffineBlock({
  type: 'randomZoom',
  label: 'RandomZoom',
  aliases: ['scale', 'magnify', 'augmentation'],
  docs: {
    summary:
      'While training, makes each image a little larger or smaller, by chance. Afterwards it does nothing.',
    use: 'Behind the Input, where things are nearer or farther away.',
    formula: {
      tex: String.raw`y(p) = x(z\,p)`,
      spoken: 'y at p is x at z times p',
      where: [
        ['p', 'a place, seen from the middle of the image'],
        ['z', 'drawn for each image at each step: from 1 less the factor to 1 plus the factor'],
        ['x', 'the image; between pixels their mean, the nearer the more']
      ]
    }
  },
  params: {
    factor: float({
      label: 'Factor',
      help: 'How far at most: 0.2 is a fifth nearer or farther.',
      default: 0.2,
      min: 0,
      max: 0.9,
      step: 0.05
    }),
    fillMode: fillParam()
  },
  card: p => `± ${Math.round(p.factor * 100)} %`,
  reach: p => ({ zoom: p.factor }),
  fill: p => p.fillMode,
  keras: p => call(layers('RandomZoom'), [p.factor], { fill_mode: p.fillMode })
})
