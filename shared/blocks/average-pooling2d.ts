import { poolingBlock } from './pooling'

export const averagePooling2d = poolingBlock({
  type: 'averagePooling2d',
  label: 'AveragePooling2D',
  aliases: ['avg pool', 'mean pool', 'downsample'],
  tasks: ['image', 'picture', 'make smaller', 'computer vision'],
  kind: 'average',
  docs: {
    summary: 'Takes the mean of each window: the image shrinks smoothly.',
    use: 'Where all of a window matters, not only its strongest answer.',
    formula: {
      tex: String.raw`y = \frac{1}{n} \sum_{(u,v)\,\in\,\text{window}} x_{u,v}`,
      spoken: 'y is the mean of x over the window',
      where: [
        ['x_{u,v}', 'the number at row u, column v, of one channel'],
        ['n', 'how many numbers lie in the window; a border does not count']
      ]
    }
  }
})
