import { LOSS_LABELS } from '../training/losses'
import { choice, float, text } from './params'
import { defineStructural } from './structural'

/** Where a result is compared with a target field; it computes nothing. */
export const output = defineStructural({
  kind: 'output',
  type: 'output',
  label: 'Output',
  aliases: ['loss', 'target', 'result', 'prediction'],
  tasks: ['classification', 'regression', 'end', 'several answers'],
  group: 'input',
  docs: {
    summary:
      'Where the result is compared with the right answer; the loss says how far off it is. Training makes it smaller.',
    use: 'Every network ends with one; a network that answers several questions has several.'
  },
  params: {
    target: text({
      label: 'Target',
      help: 'The field of the dataset that holds the right answer.',
      default: 'digit',
      suggest: 'target-field'
    }),
    loss: choice({
      label: 'Loss',
      help: 'How the distance to the right answer is measured. Cross-entropy for classes, squared error for numbers.',
      default: 'crossEntropy',
      options: LOSS_LABELS
    }),
    weight: float({
      label: 'Loss weight',
      help: 'How much this output counts beside the others.',
      default: 1,
      min: 0,
      max: 1000,
      step: 0.1
    })
  },
  card: p => `target · ${p.target}`
})
