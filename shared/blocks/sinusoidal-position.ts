import {
  add,
  attr,
  binary,
  call,
  compare,
  div,
  index,
  method,
  mul,
  name,
  power,
  slice,
  type PyExpr
} from '../codegen/python/expr'
import { torch } from '../codegen/python/modules'
import { assign, returns, type Body } from '../codegen/python/statement'
import { defineBlock } from './block'
import { float } from './params'
import { positioned } from './position'
import { kerasPosition, ops, torchPosition } from './position-classes'
import { ofSelf } from './torch-module'

/**
 * Sines and cosines of the position, added: Vaswani et al. 2017, section 3.5. Features stand in pairs, a sine and a
 * cosine of one wavelength; an odd last one is a sine. Source: KerasHub `SinePositionEncoding`.
 */
export const sinusoidalPosition = defineBlock({
  type: 'sinusoidalPosition',
  label: 'SinusoidalPosition',
  aliases: ['positional encoding', 'sine', 'cosine', 'position encoding', 'SinePositionEncoding'],
  tasks: ['transformer', 'text', 'sequence', 'order of words', 'language'],
  group: 'attention',
  docs: {
    summary:
      'Adds a pattern of waves to a sequence, another one at each step, so that attention can tell which step comes where. Nothing in it is learned.',
    use: 'Between an Embedding and the first attention, which by itself takes no notice of the order. It works for sequences of any length.',
    formula: {
      tex: String.raw`y_{t,2i} = x_{t,2i} + \sin\frac{t}{w^{2i/d}},\quad y_{t,2i+1} = x_{t,2i+1} + \cos\frac{t}{w^{2i/d}}`,
      spoken:
        'y at step t is x, plus, in each even feature, the sine, and in each odd feature, the cosine, of t over w to the power of two i over d',
      where: [
        ['t', 'the step, from 0'],
        ['i', 'the number of a pair of features, from 0'],
        ['d', 'how many features there are'],
        ['w', 'the longest wave']
      ]
    }
  },
  params: {
    maxWavelength: float({
      label: 'Longest wave',
      help: 'How slow the slowest wave is; it should be far longer than any sequence. 10000 is usual.',
      unit: 'steps, divided by 2π',
      default: 10000,
      min: 1,
      max: 1_000_000_000,
      above: true
    })
  },
  inputs: { in: 'one' },
  card: () => 'sines and cosines',
  infer: ({ in: x }) => positioned('SinusoidalPosition', x),
  ops: (b, { in: x }, p) => {
    const [, steps = 0, width = 0] = x.shape
    const data = Float64Array.from({ length: steps * width }, (_, i) =>
      wave(Math.floor(i / width), i % width, width, p.maxWavelength)
    )
    return [b.withMask(b.add(x, b.constant({ shape: [1, steps, width], data })), x.mask)]
  },
  keras: p => ({
    helper: kerasHelper(),
    layer: call(common.name, [], { max_wavelength: p.maxWavelength })
  }),
  pytorch: (p, io) => {
    const x = io.take('in', 'plain')
    return {
      helper: torchHelper(),
      module: call(common.name, [], { max_wavelength: p.maxWavelength }),
      forward: self => call(self, [x])
    }
  }
})

function wave(step: number, feature: number, width: number, longest: number): number {
  const angle = step / longest ** ((2 * Math.floor(feature / 2)) / width)
  return feature % 2 === 0 ? Math.sin(angle) : Math.cos(angle)
}

const x = name('x')
const features = name('features')
const angles = name('angles')

interface Words {
  readonly steps: PyExpr
  readonly features: PyExpr
  readonly width: PyExpr
  /** Of the features that are even, what is added there, and what is added elsewhere. */
  readonly where: (isEven: PyExpr) => PyExpr
}

const wavesAdded = (words: Words): Body => [
  assign('steps', words.steps),
  assign(features, words.features),
  assign(
    angles,
    div(
      index(name('steps'), slice(), null),
      power(ofSelf('max_wavelength'), div(mul(binary(features, '//', 2), 2), words.width))
    )
  ),
  returns(add(x, words.where(compare(binary(features, '%', 2), '==', 0))))
]

const common = {
  name: 'SinePositionEncoding',
  docstring: 'Adds sines and cosines of the position to each step (Vaswani et al. 2017).',
  keeps: ['max_wavelength']
} as const

const kerasHelper = () =>
  kerasPosition({
    ...common,
    call: wavesAdded({
      steps: call(ops('arange'), [index(call(ops('shape'), [x]), 1)], { dtype: 'float32' }),
      features: call(ops('arange'), [index(attr(x, 'shape'), 2)], { dtype: 'float32' }),
      width: index(attr(x, 'shape'), 2),
      where: isEven => call(ops('where'), [isEven, call(ops('sin'), [angles]), call(ops('cos'), [angles])])
    })
  })

const device = attr(x, 'device')

const torchHelper = () =>
  torchPosition({
    ...common,
    call: wavesAdded({
      steps: call(torch('arange'), [method(x, 'size', [1])], { device }),
      features: call(torch('arange'), [method(x, 'size', [2])], { device }),
      width: method(x, 'size', [2]),
      where: isEven => call(torch('where'), [isEven, method(angles, 'sin'), method(angles, 'cos')])
    })
  })
