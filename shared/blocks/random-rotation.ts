import { call } from '../codegen/python/expr'
import { layers } from '../codegen/python/modules'
import { float } from './params'
import { fillParam, randomAffineBlock } from './random-affine'

/** Around the middle. Source: Keras 3 `layers.RandomRotation`. */
export const randomRotation = randomAffineBlock({
  type: 'randomRotation',
  label: 'RandomRotation',
  aliases: ['turn', 'rotate', 'tilt', 'augmentation'],
  docs: {
    summary: 'While training, turns each image a little, by chance. Afterwards it does nothing.',
    use: 'Behind the Input, where pictures may stand askew. A 6 that is turned too far is a 9.',
    formula: {
      tex: String.raw`y(p) = x(R_\alpha\,p)`,
      spoken: 'y at p is x at p turned by alpha',
      where: [
        ['p', 'a place, seen from the middle of the image'],
        [String.raw`R_\alpha`, 'turns by the angle alpha, which is drawn for each image at each step'],
        ['x', 'the image; between pixels their mean, the nearer the more']
      ]
    }
  },
  params: {
    factor: float({
      label: 'Factor',
      help: 'How far at most, as a share of a whole turn: 0.1 is 36 degrees in both directions.',
      unit: 'of a turn',
      default: 0.1,
      min: 0,
      max: 1,
      step: 0.05
    }),
    fillMode: fillParam()
  },
  card: p => `± ${Math.round(p.factor * 360)}°`,
  reach: p => ({ turn: p.factor }),
  fill: p => p.fillMode,
  keras: p => call(layers('RandomRotation'), [p.factor], { fill_mode: p.fillMode })
})
