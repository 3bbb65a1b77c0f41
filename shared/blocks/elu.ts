import { call } from '../codegen/python/expr'
import { layers, nn } from '../codegen/python/modules'
import { exponentialBelow } from './activation-table'
import { curveBlock } from './curve'
import { float } from './params'

/** Clevert, Unterthiner & Hochreiter 2015. Source: Keras 3 `layers.ELU`, PyTorch `nn.ELU`. */
export const elu = curveBlock({
  type: 'elu',
  label: 'ELU',
  aliases: ['exponential linear unit'],
  docs: {
    summary: 'Lets numbers above 0 through; below 0 it bends softly towards a lowest value.',
    use: 'In place of ReLU: results lie around 0, which often makes learning faster, and no unit stays at 0 for ever.',
    formula: {
      tex: String.raw`y = \begin{cases} x & x > 0 \\ \alpha\,(e^x - 1) & \text{else} \end{cases}`,
      spoken: 'y is x above 0, else alpha times e to the x minus 1',
      where: [
        ['x', 'what comes in'],
        [String.raw`\alpha`, 'how far below 0 it goes']
      ]
    }
  },
  params: {
    alpha: float({
      label: 'Alpha',
      help: 'How far below 0 the results can go.',
      default: 1,
      min: 0,
      max: 100,
      above: true,
      step: 0.1
    })
  },
  card: p => `alpha ${p.alpha}`,
  ops: (b, x, p) => b.add(b.relu(x), b.mul(exponentialBelow(b, x), p.alpha)),
  keras: p => call(layers('ELU'), [], { alpha: p.alpha }),
  pytorch: p => call(nn('ELU'), [p.alpha])
})
