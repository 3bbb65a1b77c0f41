import { describe } from '../command-line'
import { constants } from '../constants'
import type { Part } from '../program'
import { call, lift, name } from '../python/expr'
import { torch } from '../python/modules'
import { assign, run, when } from '../python/statement'
import type { ModelSource } from '../target'
import { partsTarget } from '../when-run'
import { device } from './device'
import { loadData } from './load-data'
import { lossFunction } from './loss-function'
import {
  loadWeights,
  makeModel,
  runTraining,
  saveWeights,
  showExamples,
  test,
  WEIGHTS_FILE,
  type PytorchScript
} from './script'
import { evaluate, predict, train } from './training-functions'

const model = name('model')

/** The code of `model.py`, cut where a reader pauses, each part followed by its use. */
export function pytorchParts(
  { network, data }: ModelSource,
  script: PytorchScript,
  hasWeights: boolean
): readonly Part[] {
  const { plan, build } = script
  const { training } = network
  const tests = plan.parts.includes('test')
  const show = run(call('print', [model]))
  const weights: readonly Part[] = hasWeights ? [['weights', [loadWeights(lift(WEIGHTS_FILE))]]] : []
  if (!data)
    return [
      ['setup', device()],
      ['network', [...build, makeModel(script), show]],
      ...weights,
      ['answers', [predict(plan)]]
    ]
  const learn = runTraining(plan.parts, name('EPOCHS'))
  return [
    ['setup', [...constants(training, plan), assign('DATA_FILE', 'data.npz'), ...device()]],
    ['data', [loadData(plan), assign(partsTarget(plan.parts), call('load_data'))]],
    ['network', [...build, run(call(torch('manual_seed'), [name('SEED')])), makeModel(script), show]],
    ['learning', [...lossFunction(plan), describe(), evaluate(plan), train(training, plan)]],
    ...weights,
    ['training', hasWeights ? [assign('TRAIN_ON', false), when(name('TRAIN_ON'), [learn])] : [learn]],
    ...(tests ? [['test', [test]] as const] : []),
    [
      'answers',
      tests
        ? [predict(plan), showExamples(plan), run(call('show_examples', [model, name('test_data')]))]
        : [predict(plan)]
    ],
    ['saving', [saveWeights(lift('trained.safetensors'))]]
  ]
}
