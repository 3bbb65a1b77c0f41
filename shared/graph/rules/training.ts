import { readParams } from '../../blocks/params'
import { OPTIMIZERS, optimizerOf } from '../../training/optimizers'
import type { Problem } from '../problem'
import type { Rule } from './rule'

/** Settings of the training that can't work. */
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
