/** What a notebook says between its cells, to somebody who sees such a program for the first time. */
import type { PartId } from '../program'
import { listed, markdownText, splitParts, titleOf } from '../prose'
import type { Setting } from './form'

interface Words {
  readonly title: string
  readonly text: string
}

/** What stands above everything: what this is, and what it needs. */
export function opening({ source, framework, hasWeights }: Setting): string {
  const { label, requirements, weightsFile } = framework
  const files = [...(source.data ? ['`data.npz`'] : []), ...(hasWeights ? [`\`${weightsFile}\``] : [])]
  const packages = requirements.map(line => line.replace(/==.*/, '')).join(' ')
  return [
    `# ${markdownText(titleOf(source.network))}`,
    '',
    `A neural network in ${label}, made with Blockprop. Click a cell and press Shift+Enter to run it, from top to bottom.`,
    '',
    ...(files.length > 0
      ? [
          `It reads ${listed(files)}, which ${files.length > 1 ? 'lie' : 'lies'} in the same folder. In Colab, drop ${files.length > 1 ? 'them' : 'it'} on the list of files at the left.`,
          ''
        ]
      : []),
    `Where a package is missing, run \`%pip install ${packages}\` in a cell of its own.`
  ].join('\n')
}

export function partWords(id: PartId, { source, hasWeights }: Setting): Words {
  switch (id) {
    case 'setup':
      return {
        title: 'Settings',
        text: source.data
          ? 'What you may want to change: `EPOCHS` is how often the network sees all samples, `BATCH_SIZE` how many it sees before each step, `LEARNING_RATE` how large its steps are.'
          : 'What the other cells need.'
      }
    case 'data':
      return {
        title: 'The samples',
        text: source.data
          ? `Each sample comes with the right answer. There are ${listed(splitParts(source.data.split))}.`
          : ''
      }
    case 'network':
      return {
        title: 'The network',
        text: 'Its layers, and how the numbers go from one to the next. Below the cell it is listed, layer by layer.'
      }
    case 'learning':
      return {
        title: 'How it learns',
        text: 'The loss says how wrong the answers are. The optimizer changes the weights a little at each step, so that the loss gets smaller.'
      }
    case 'weights':
      return { title: 'Its weights', text: 'What the network learned in Blockprop.' }
    case 'training':
      return {
        title: hasWeights ? 'Train on' : 'Train it',
        text: hasWeights
          ? 'The network is trained already. Set `TRAIN_ON` to `True` and run the cell to train on from there.'
          : 'An epoch shows the network all samples once. The loss should fall from epoch to epoch.'
      }
    case 'test':
      return {
        title: 'Test it',
        text: 'The network never learned from these samples: this is how well it does on what is new to it.'
      }
    case 'answers':
      return {
        title: 'What it answers',
        text:
          source.data && source.data.split.test > 0
            ? 'The first samples of the test: what the network says, and what is right.'
            : '`predict` gives what the network answers for samples of your own.'
      }
    case 'saving':
      return { title: 'Keep it', text: 'Writes the weights to a file, from which they can be loaded again.' }
  }
}
