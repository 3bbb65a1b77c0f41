import type { Training } from '../../document/schema'
import { lossOf, torchHead } from '../../training/losses'
import { optimizerCall, optimizerValues } from '../constants'
import type { DataPlan, PlannedOutput } from '../data-plan'
import { predictDocstring } from '../prose'
import {
  add,
  call,
  compare,
  div,
  fstring,
  float,
  generatorOf,
  imported,
  method,
  mul,
  name,
  sub,
  tuple,
  type PyExpr
} from '../python/expr'
import { torch } from '../python/modules'
import { assign, augment, def, forEach, returns, run, type PyStatement } from '../python/statement'
import { lossArguments } from './loss-function'

const model = name('model')
const dataLoader = (data: string, kwargs: Parameters<typeof call>[2]): PyExpr =>
  call(imported('DataLoader', { from: 'torch.utils.data' }), [name(data)], {
    batch_size: name('BATCH_SIZE'),
    ...kwargs
  })

/** `image, digit = (part.to(DEVICE) for part in batch)`, then the model's answers. */
function batchOnDevice({ inputs, outputs }: DataPlan): readonly PyStatement[] {
  const parts = [...inputs.map(i => name(i.variable)), ...outputs.map(o => name(o.target))]
  return [
    assign(
      tuple(parts),
      generatorOf(method(name('part'), 'to', [name('DEVICE')]), { for: name('part'), in: name('batch') })
    ),
    assign(
      answersOf(outputs),
      call(
        model,
        inputs.map(i => name(i.variable))
      )
    )
  ]
}

function answersOf(outputs: readonly PlannedOutput[]): PyExpr {
  const [only] = outputs
  return outputs.length === 1 && only ? name(only.answer) : tuple(outputs.map(o => name(o.answer)))
}

/** `def train(model, train_data, …):` */
export function train(training: Training, plan: DataPlan): PyStatement {
  const { optimizer, values } = optimizerValues(training)
  const validates = plan.parts.includes('validation')
  const [first] = plan.outputs
  const loss = name('loss')
  const epochLine = fstring(
    'epoch ',
    name('epoch'),
    '/',
    name('epochs'),
    ': loss ',
    { value: name('train_loss'), format: '.4f' },
    ...(validates ? [', validation'] : [])
  )
  return def(
    'train',
    ['model', 'train_data', ...(validates ? ['validation_data'] : []), 'epochs'],
    [
      assign('loader', dataLoader('train_data', { shuffle: true })),
      assign('optimizer', optimizerCall(optimizer.pytorch(method(model, 'parameters'), values), 'lr')),
      forEach('epoch', call('range', [1, add(name('epochs'), 1)]), [
        run(method(model, 'train')),
        assign('train_loss', float(0)),
        forEach('batch', name('loader'), [
          ...batchOnDevice(plan),
          assign(loss, call('loss_function', lossArguments(plan))),
          run(method(name('optimizer'), 'zero_grad')),
          run(method(loss, 'backward')),
          run(method(name('optimizer'), 'step')),
          augment('train_loss', '+', mul(method(loss, 'item'), call('len', [name(first?.target ?? '')])))
        ]),
        augment('train_loss', '/', call('len', [name('train_data')])),
        ...(validates ? [assign('results', call('evaluate', [model, name('validation_data')]))] : []),
        run(call('print', validates ? [epochLine, call('describe', [name('results')])] : [epochLine]))
      ])
    ],
    { docstring: 'Show the network all samples, in a new order in each epoch.' }
  )
}

interface Metric {
  readonly key: string
  readonly variable: string
  readonly ofBatch: PyExpr
}

/** `def evaluate(model, data):` */
export function evaluate(plan: DataPlan): PyStatement {
  const [first] = plan.outputs
  const metrics = plan.outputs.map(planned => metricOf(planned, plan.outputs.length > 1))
  const count = call('len', [name('data')])
  const part = (value: string): PyExpr => div(name(value), count)
  return def(
    'evaluate',
    ['model', 'data'],
    [
      run(method(model, 'eval')),
      assign([name('loss'), ...metrics.map(m => name(m.variable))], float(0)),
      forEach('batch', dataLoader('data', {}), [
        ...batchOnDevice(plan),
        augment(
          'loss',
          '+',
          mul(
            method(call('loss_function', lossArguments(plan)), 'item'),
            call('len', [name(first?.target ?? '')])
          )
        ),
        ...metrics.map(m => augment(m.variable, '+', method(m.ofBatch, 'item')))
      ]),
      returns({
        kind: 'dict',
        entries: [['loss', 'loss'] as const, ...metrics.map(m => [m.key, m.variable] as const)].map(
          ([key, variable]) => [{ kind: 'string', value: key }, part(variable)]
        )
      })
    ],
    {
      decorators: [call(torch('inference_mode'))],
      docstring: 'Loss and metrics on samples that the network does not learn from.'
    }
  )
}

function metricOf({ output, answer, target, label }: PlannedOutput, several: boolean): Metric {
  const named = (key: string, variable: string): Pick<Metric, 'key' | 'variable'> => ({
    key: several ? `${label}_${key}` : key,
    variable: several ? `${label}_${variable}` : variable
  })
  if (lossOf(output.loss).metric === 'meanAbsoluteError') {
    const errors = method(method(sub(name(answer), name(target)), 'abs'), 'mean', [], { dim: 1 })
    return { ...named('mean_absolute_error', 'error'), ofBatch: method(errors, 'sum') }
  }
  const isRight =
    output.loss === 'crossEntropy'
      ? compare(method(name(answer), 'argmax', [], { dim: 1 }), '==', name(target))
      : compare(
          compare(name(answer), '>', output.fromScores ? 0 : 0.5),
          '==',
          compare(name(target), '>', 0.5)
        )
  return { ...named('accuracy', 'right'), ofBatch: method(isRight, 'sum') }
}

/** `def predict(model, image):` The head put back behind the scores. */
export function predict({ inputs, outputs }: DataPlan): PyStatement {
  const heads = outputs.map(({ output }) => output.head)
  const given = inputs.map(i => method(name(i.variable), 'to', [name('DEVICE')]))
  const answers = call(model, given)
  const [only] = outputs
  const body =
    outputs.length === 1 && only
      ? [returns(torchHead(only.output.head, answers))]
      : [
          assign(answersOf(outputs), answers),
          returns(tuple(outputs.map(({ answer, output }) => torchHead(output.head, name(answer)))))
        ]
  return def('predict', ['model', ...inputs.map(i => i.variable)], [run(method(model, 'eval')), ...body], {
    decorators: [call(torch('inference_mode'))],
    docstring: predictDocstring(heads)
  })
}
