import { call } from '../codegen/python/expr'
import { F, layers, nn } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { ACTIVATIONS } from './activation-table'
import { activated, activation, activationOf, kerasActivation, withActivation } from './activations'
import { defineBlock } from './block'
import { flag, int, type Values } from './params'
import { shapeText, tensor } from './tensor-type'
import { transposed } from './torch-weights'
import { glorotUniform, trained, zeros } from './weights'
import {
  hasPads,
  imageSize,
  isTooSmall,
  paddingParam,
  padsOf,
  sizeParam,
  sizeText,
  square,
  torchPads,
  windowedSize,
  type Window
} from './windows'

const params = {
  filters: int({
    label: 'Filters',
    help: 'How many patterns it looks for: the channels of the result.',
    default: 32,
    min: 1
  }),
  kernel: sizeParam('Kernel', 'Height and width of each window.', [3, 3]),
  strides: sizeParam('Stride', 'How far the window moves at each step.', [1, 1]),
  padding: paddingParam(),
  activation: activation(),
  useBias: flag({ label: 'Bias', help: 'Adds a number of its own to each filter.', default: true })
} as const

const windowOf = (p: Values<typeof params>): Window => ({
  size: p.kernel,
  strides: p.strides,
  padding: p.padding
})

/** Sliding windows over an image. Source: Keras 3 `layers.Conv2D`, PyTorch `nn.Conv2d`. */
export const conv2d = defineBlock({
  type: 'conv2d',
  label: 'Conv2D',
  aliases: ['convolution', 'convolutional layer', 'filter', 'CNN'],
  tasks: ['image', 'picture', 'photo', 'computer vision', 'classification'],
  group: 'convolution',
  docs: {
    summary:
      'Slides small windows over the image; each filter learns to answer to one local pattern: an edge, a corner, a texture.',
    use: 'For images: a pattern is found wherever it stands, and few weights are enough.',
    formula: {
      tex: String.raw`y = f(x \ast W + b)`,
      spoken: 'y is f of x convolved with W, plus b',
      where: [
        ['x', 'the image that comes in'],
        ['W', 'the filters: each is one small window of weights'],
        [String.raw`\ast`, 'lay the filter on every place of the image, multiply and add up'],
        ['b', 'the biases: one for each filter'],
        ['f', 'the activation']
      ]
    }
  },
  params,
  inputs: { in: 'one' },
  activationParam: 'activation',
  card: p =>
    [
      String(p.filters),
      sizeText(p.kernel),
      ...(p.activation === 'linear' ? [] : [ACTIVATIONS[p.activation].label])
    ].join(' · '),
  infer: ({ in: x }, p) => {
    const size = imageSize(x)
    if (!size)
      return fail({
        port: 'in',
        message: `Conv2D needs an image of height × width × channels, but gets ${shapeText(x.shape)}.`,
        expected: 'an image'
      })
    const windowed = windowedSize(windowOf(p), size.slice(0, 2))
    if (isTooSmall(windowed))
      return fail({
        port: 'in',
        message: `A ${sizeText(p.kernel)} window does not fit into ${size[0]} × ${size[1]}: a smaller kernel or padding “same” helps.`,
        why: 'window',
        hints: [{ kind: 'set', param: 'padding', value: 'same' }]
      })
    return ok([tensor([...windowed, p.filters])])
  },
  weights: ({ in: x }, p) => {
    const kernel = [...p.kernel, x.shape[2] ?? 0, p.filters]
    const bias = p.useBias ? [trained('bias', [p.filters], zeros)] : []
    return [trained('kernel', kernel, glorotUniform(kernel)), ...bias]
  },
  ops: (b, { in: x }, p, weight) => {
    const padding = padsOf(windowOf(p), x.shape.slice(1, -1))
    const y = b.conv(x, weight('kernel'), { strides: p.strides, padding })
    return [activationOf(p.activation).ops(b, p.useBias ? b.add(y, weight('bias')) : y)]
  },
  tfjs: p => {
    const { filters, kernel, strides, padding, useBias } = p
    return withActivation(
      {
        className: 'Conv2D',
        config: { filters, kernelSize: [...kernel], strides: [...strides], padding, useBias }
      },
      p.activation
    )
  },
  keras: p => ({
    layer: call(layers('Conv2D'), [p.filters, square(p.kernel)], {
      strides: square(p.strides) === 1 ? undefined : square(p.strides),
      padding: p.padding === 'valid' ? undefined : p.padding,
      activation: kerasActivation(p.activation),
      use_bias: p.useBias ? undefined : false
    })
  }),
  pytorch: (p, io) => {
    const [height = 0, width = 0, channels = 0] = imageSize(io.types.in) ?? []
    const pads = padsOf(windowOf(p), [height, width])
    const isStrided = square(p.strides) !== 1
    const x = io.take('in', 'channels-first')
    // nn.Conv2d refuses padding="same" with a stride: its padding is the same on both sides.
    const padded = isStrided && hasPads(pads) ? call(F('pad'), [x, torchPads(pads)]) : x
    const kernel = [...p.kernel, channels, p.filters]
    return {
      module: call(nn('Conv2d'), [channels, p.filters], {
        kernel_size: square(p.kernel),
        stride: isStrided ? square(p.strides) : undefined,
        padding: p.padding === 'same' && !isStrided ? 'same' : undefined,
        bias: p.useBias ? undefined : false
      }),
      forward: self => activated(p.activation, call(self, [padded]), 1),
      layout: { kind: 'channels-first' },
      state: weight => ({
        weight: transposed(weight('kernel'), [3, 2, 0, 1]),
        ...(p.useBias && { bias: weight('bias') })
      }),
      init: { weight: glorotUniform(kernel), ...(p.useBias && { bias: zeros }) }
    }
  }
})
