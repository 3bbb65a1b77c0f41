import { call, list, type PyExpr } from '../codegen/python/expr'
import { keras, layers, nn } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { leaky } from './activation-table'
import { defineBlock } from './block'
import type { TensorType } from './tensor-type'
import { reorderRows, reshaped } from './torch-weights'
import { trained } from './weights'

const START = 0.25

/** As Keras has it: one for each channel, shared along the axes before. */
const slopeShape = ({ shape }: TensorType): readonly number[] => [
  ...shape.slice(0, -1).map(() => 1),
  shape.at(-1) ?? 0
]

/** He et al. 2015, a slope for each channel. Source: Keras 3 `layers.PReLU`, PyTorch `nn.PReLU`. */
export const prelu = defineBlock({
  type: 'prelu',
  label: 'PReLU',
  aliases: ['parametric ReLU', 'learned slope'],
  tasks: ['non-linearity', 'dead units', 'deep network'],
  group: 'activation',
  docs: {
    summary:
      'Lets numbers above 0 through, and a part of those below that it learns, for each channel by itself.',
    use: 'In place of LeakyReLU where the network may find the best slope itself, as in deep networks for images.',
    formula: {
      tex: String.raw`y = \begin{cases} x & x > 0 \\ a_c\,x & \text{else} \end{cases}`,
      spoken: 'y is x above 0, else a c times x',
      where: [
        ['x', 'what comes in, in channel c'],
        ['a_c', 'the slope of this channel: learned, from 0.25 on']
      ]
    }
  },
  params: {},
  inputs: { in: 'one' },
  card: () => 'learned slope',
  infer: ({ in: x }) =>
    x.dtype === 'int32' || x.shape.at(-1) == null
      ? fail({
          port: 'in',
          message: `PReLU learns a slope for each channel, so it needs numbers with a known number of channels, but gets ${x.dtype === 'int32' ? 'token ids' : x.shape.length === 0 ? 'a single number' : 'an open length'}.`,
          expected: 'numbers',
          ...(x.dtype === 'int32' && { why: 'token-ids' })
        })
      : ok([x]),
  weights: ({ in: x }) => [trained('alpha', slopeShape(x), { kind: 'constant', value: START })],
  ops: (b, { in: x }, _p, weight) => [leaky(b, x, weight('alpha'))],
  keras: (_p, io) => ({
    layer: call(layers('PReLU'), [], {
      alpha_initializer: call(keras('initializers.Constant'), [START]),
      shared_axes: sharedAxes(io.types.in.shape.length)
    })
  }),
  pytorch: (_p, io) => {
    const { shape } = io.types.in
    const channels = shape.at(-1) ?? 0
    const layout = io.layout('in')
    // nn.PReLU takes the axis behind the batch for the channels.
    const isSpatial = shape.length > 1
    const x = io.take('in', isSpatial ? 'channels-first' : 'any')
    return {
      module: call(nn('PReLU'), [channels]),
      forward: self => call(self, [x]),
      layout: isSpatial ? { kind: 'channels-first' } : layout,
      state: weight => ({ weight: reorderRows(reshaped(weight('alpha'), [channels]), layout) })
    }
  }
})

/** All but the batch and the channels; none for plain features. */
function sharedAxes(axes: number): PyExpr | undefined {
  return axes > 1 ? list(Array.from({ length: axes - 1 }, (_, axis) => axis + 1)) : undefined
}
