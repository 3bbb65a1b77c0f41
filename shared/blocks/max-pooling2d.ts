import { poolingBlock } from './pooling'

export const maxPooling2d = poolingBlock({
  type: 'maxPooling2d',
  label: 'MaxPooling2D',
  aliases: ['max pool', 'downsample', 'subsample'],
  kind: 'max',
  docs: {
    summary: 'Keeps the strongest answer of each window: the image shrinks, what was found stays.',
    use: 'After a convolution, to look at a larger part of the image with less computation.',
    formula: 'y = max of the window'
  }
})
