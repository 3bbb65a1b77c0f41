import { poolingBlock } from './pooling'

export const averagePooling2d = poolingBlock({
  type: 'averagePooling2d',
  label: 'AveragePooling2D',
  aliases: ['avg pool', 'mean pool', 'downsample'],
  kind: 'average',
  docs: {
    summary: 'Takes the mean of each window: the image shrinks smoothly.',
    use: 'Where all of a window matters, not only its strongest answer.',
    formula: 'y = mean of the window'
  }
})
