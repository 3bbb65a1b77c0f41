import { call, compare, method, mul, sub, type PyExpr } from '../codegen/python/expr'
import { layers, nn, torch } from '../codegen/python/modules'
import { curveBlock } from './curve'
import { flag, float, type Values } from './params'

const params = {
  limited: flag({
    label: 'Limited',
    help: 'Whether there is a largest result.',
    default: false
  }),
  maxValue: float({
    label: 'Largest result',
    help: 'Where it is limited: results above this become this.',
    default: 6,
    min: 0,
    max: 1_000_000,
    above: true,
    step: 1
  }),
  negativeSlope: float({
    label: 'Slope',
    help: 'How much is let through of what lies below the threshold.',
    default: 0,
    min: 0,
    max: 1,
    step: 0.05
  }),
  threshold: float({
    label: 'Threshold',
    help: 'Numbers from here on are let through.',
    default: 0,
    min: 0,
    max: 1_000_000,
    step: 0.1
  })
} as const

/** Nair & Hinton 2010, with Keras's settings. Source: Keras 3 `layers.ReLU`; PyTorch `nn.ReLU` and its kin. */
export const relu = curveBlock({
  type: 'relu',
  label: 'ReLU',
  aliases: ['rectifier', 'rectified linear unit', 'thresholded ReLU', 'ReLU6'],
  docs: {
    summary: 'Lets numbers above 0 through and makes 0 of all others, with a threshold, a slope and a limit.',
    use: 'The usual activation, where it needs settings of its own; without them the Activation block does the same.',
    formula: {
      tex: String.raw`y = \begin{cases} \min(x, m) & x > t \\ a\,(x - t) & \text{else} \end{cases}`,
      spoken: 'y is x but at most m above t, else a times x minus t',
      where: [
        ['x', 'what comes in'],
        ['m', 'the largest result, if it is limited'],
        ['t', 'the threshold'],
        ['a', 'the slope below it']
      ]
    }
  },
  params,
  card: p =>
    [
      ...(p.limited ? [`at most ${p.maxValue}`] : []),
      ...(p.negativeSlope > 0 ? [`slope ${p.negativeSlope}`] : []),
      ...(p.threshold > 0 ? [`from ${p.threshold} on`] : [])
    ].join(' · ') || 'above 0',
  ops: (b, x, p) => {
    const above = p.threshold === 0 ? b.relu(x) : b.select(b.less(p.threshold, x), x, 0)
    const limited = p.limited ? b.min(above, p.maxValue) : above
    if (p.negativeSlope === 0) return limited
    return b.sub(limited, b.mul(b.relu(b.sub(p.threshold, x)), p.negativeSlope))
  },
  keras: p =>
    call(layers('ReLU'), [], {
      max_value: p.limited ? p.maxValue : undefined,
      negative_slope: p.negativeSlope > 0 ? p.negativeSlope : undefined,
      threshold: p.threshold > 0 ? p.threshold : undefined
    }),
  pytorch: p => torchModule(p) ?? (x => torchExpression(p, x))
})

/** The module that does just this; two settings at once have none. */
function torchModule({
  limited,
  maxValue,
  negativeSlope,
  threshold
}: Values<typeof params>): PyExpr | undefined {
  if (limited) {
    if (negativeSlope > 0 || threshold > 0) return undefined
    return maxValue === 6 ? call(nn('ReLU6')) : call(nn('Hardtanh'), [0, maxValue])
  }
  if (threshold === 0) return negativeSlope === 0 ? call(nn('ReLU')) : call(nn('LeakyReLU'), [negativeSlope])
  return negativeSlope === 0 ? call(nn('Threshold'), [threshold, 0]) : undefined
}

function torchExpression(
  { limited, maxValue, negativeSlope, threshold }: Values<typeof params>,
  x: PyExpr
): PyExpr {
  const above = limited ? method(x, 'clamp', [], { max: maxValue }) : x
  const below = threshold === 0 ? x : sub(x, threshold)
  return call(torch('where'), [
    compare(x, '>', threshold),
    above,
    negativeSlope === 0 ? 0 : mul(negativeSlope, below)
  ])
}
