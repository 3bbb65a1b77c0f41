import { readParams } from '../../blocks/params'
import type { Training } from '../../document/schema'
import { OPTIMIZERS, optimizerOf } from '../../training/optimizers'
import type { Problem } from '../problem'
import type { Rule } from './rule'

type Optimizer = NonNullable<ReturnType<typeof optimizerOf>>

/** Settings of the training that can't work, or hardly. */
export const training: Rule = ({ document }) => {
  const { optimizer, batch, epochs } = document.training
  const problems: Problem[] = []
  const spec = optimizerOf(optimizer.type)
  if (!spec)
    problems.push({
      code: 'optimizer',
      severity: 'error',
      place: { param: 'optimizer' },
      message: `This version has no optimizer “${optimizer.type}”; it has ${Object.keys(OPTIMIZERS).join(', ')}.`,
      fix: {
        label: 'Use Adam',
        edits: [
          { kind: 'setTraining', training: { ...document.training, optimizer: { type: 'adam', params: {} } } }
        ]
      }
    })
  const read = spec && readParams(spec.params, optimizer.params)
  if (read && !read.ok)
    for (const { param, message, nearest } of read.error)
      problems.push({
        code: 'optimizer',
        severity: 'error',
        place: { param },
        message: `${message}.`,
        fix: {
          label: `Set it to ${String(nearest)}`,
          edits: [
            {
              kind: 'setTraining',
              training: {
                ...document.training,
                optimizer: { ...optimizer, params: { ...optimizer.params, [param]: nearest as number } }
              }
            }
          ]
        }
      })
  if (spec && read?.ok === true) problems.push(...farOff(document.training, spec, read.value['learningRate']))
  const samples = document.data?.split.train ?? 0
  // Without samples the split is what is wrong.
  const most = samples > 0 ? samples : 1_000_000
  if (batch < 1 || batch > most)
    problems.push({
      code: 'batch',
      severity: 'error',
      place: { param: 'batch' },
      message:
        samples > 0
          ? `The batch is ${batch}, but there are ${samples} samples to learn from: choose 1 to ${samples}.`
          : `The batch is ${batch}: choose 1 to ${most}.`,
      fix: {
        label: `Set the batch to ${Math.min(32, most)}`,
        edits: [{ kind: 'setTraining', training: { ...document.training, batch: Math.min(32, most) } }]
      }
    })
  if (epochs < 1 || epochs > 100_000)
    problems.push({
      code: 'epochs',
      severity: 'error',
      place: { param: 'epochs' },
      message: `There must be 1 to 100000 epochs, got ${epochs}.`,
      fix: {
        label: 'Set it to 5',
        edits: [{ kind: 'setTraining', training: { ...document.training, epochs: 5 } }]
      }
    })
  return problems
}

/** How many times the usual rate is so far off that it is most likely a slip. */
const TOO_LARGE = 100
const TOO_SMALL = 1 / 10_000

function farOff(training: Training, spec: Optimizer, rate: unknown): readonly Problem[] {
  const usual = spec.params['learningRate']?.default
  if (typeof rate !== 'number' || typeof usual !== 'number') return []
  const times = rate / usual
  if (times <= TOO_LARGE && times >= TOO_SMALL) return []
  return [
    {
      code: 'learning-rate',
      severity: 'warning',
      place: { param: 'learningRate' },
      message: `A learning rate of ${rate} is ${times > 1 ? 'so large that the loss will hardly settle' : 'so small that it will hardly learn'}: ${spec.label} is most often given about ${usual}.`,
      fix: {
        label: `Set the learning rate to ${usual}`,
        edits: [
          {
            kind: 'setTraining',
            training: {
              ...training,
              optimizer: {
                ...training.optimizer,
                params: { ...training.optimizer.params, learningRate: usual }
              }
            }
          }
        ]
      }
    }
  ]
}
