import { poolingBlock } from './pooling'

export const maxPooling2d = poolingBlock({
  type: 'maxPooling2d',
  label: 'MaxPooling2D',
  aliases: ['max pool', 'downsample', 'subsample'],
  tasks: ['image', 'picture', 'make smaller', 'computer vision'],
  kind: 'max',
  docs: {
    summary: 'Keeps the strongest answer of each window: the image shrinks, what was found stays.',
    use: 'Behind a convolution: the next layers see a larger part of the image and have less to compute.',
    formula: {
      tex: String.raw`y = \max_{(u,v)\,\in\,\text{window}} x_{u,v}`,
      spoken: 'y is the largest x in the window',
      where: [
        ['x_{u,v}', 'the number at row u, column v, of one channel'],
        ['y', 'what the window becomes']
      ]
    }
  }
})
