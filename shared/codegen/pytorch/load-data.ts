import type { DataPlan, PlannedInput, PlannedOutput } from '../data-plan'
import { call, imported, index, list, listOf, method, name, type PyExpr } from '../python/expr'
import { np, torch } from '../python/modules'
import { assign, comment, def, returns, using, withOrigin, type PyStatement } from '../python/statement'
import { channelsToFront, layoutAtEdge, rankOf } from './layout'

/** `def load_data():` A dataset for each part that has samples. */
export function loadData({ inputs, outputs, parts }: DataPlan): PyStatement {
  const data = (array: string): PyExpr => index(name('data'), array)
  const tensor = (array: string): PyExpr => call(torch('from_numpy'), [data(array)])
  const images = inputs.filter(isImage)
  const plainInputs = inputs.filter(input => !isImage(input))
  const categories = outputs.filter(({ output }) => output.loss === 'crossEntropy')
  const others = outputs.filter(({ output }) => output.loss !== 'crossEntropy')
  const target = ({ target, output }: PlannedOutput, value: PyExpr): readonly PyStatement[] =>
    withOrigin(output.block, [assign(target, value)])
  return def(
    'load_data',
    [],
    [
      using(
        [{ value: call(np('load'), [name('DATA_FILE')]), as: name('data') }],
        [
          ...(images.length > 0
            ? [comment('PyTorch wants the channels of an image before its height and width.')]
            : []),
          ...images.map(({ variable, array, type }) =>
            assign(variable, channelsToFront(tensor(array), rankOf(type)))
          ),
          ...plainInputs.map(({ variable, array }) => assign(variable, tensor(array))),
          ...(categories.length > 0
            ? [comment('The loss wants the numbers of classes as 64-bit integers.')]
            : []),
          ...categories.flatMap(planned => target(planned, method(tensor(planned.array), 'long'))),
          ...others.flatMap(planned =>
            target(
              planned,
              planned.output.loss === 'binaryCrossEntropy'
                ? method(method(tensor(planned.array), 'float'), 'unsqueeze', [1])
                : tensor(planned.array)
            )
          ),
          assign('parts', list(parts.map(data)))
        ]
      ),
      returns(
        listOf(
          call(
            imported('TensorDataset', { from: 'torch.utils.data' }),
            [...inputs.map(i => i.variable), ...outputs.map(o => o.target)].map(v =>
              index(name(v), name('rows'))
            )
          ),
          { for: name('rows'), in: name('parts') }
        )
      )
    ],
    { docstring: 'Read the samples, inputs and right answers, part by part.' }
  )
}

function isImage({ type }: PlannedInput): boolean {
  return layoutAtEdge(type).kind === 'channels-first'
}
