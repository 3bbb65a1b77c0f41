import { shown, titleOf } from './prose'
import type { ModelSource } from './target'

interface Form {
  readonly framework: string
  readonly weightsFile: string
  readonly hasWeights: boolean
}

/** README.md of an export. */
export function readme({ network, data }: ModelSource, { framework, weightsFile, hasWeights }: Form): string {
  const files = [
    '| file | what it is |',
    '| --- | --- |',
    `| \`model.py\` | the network${data ? ', its training and its test' : ''}, in ${framework} |`,
    '| `requirements.txt` | the packages that it needs |',
    ...(data ? ['| `data.npz` | the samples as the network gets them, and the rows of each part |'] : []),
    ...(hasWeights ? [`| \`${weightsFile}\` | the weights |`] : [])
  ]
  const weights = hasWeights
    ? [
        '',
        'Test the weights that came along, or train on from them:',
        '',
        ...shell(
          `python model.py --weights ${weightsFile}`,
          `python model.py --weights ${weightsFile} --train`
        )
      ]
    : []
  const use = data
    ? ['Train the network, then test it:', '', ...shell('python model.py'), ...weights]
    : ['Show the network:', '', ...shell('python model.py')]
  const about = data
    ? [
        '',
        '## The data',
        '',
        `${plain(data.dataset.label)}. Licence: ${plain(data.dataset.licence)}. Source: ${plain(data.dataset.source)}.`,
        '',
        `Of ${data.dataset.size} samples ${data.split.train} are for training, ${data.split.validation} for validation and ${data.split.test} for the test: the same rows as in Blockprop.`
      ]
    : []
  return [
    `# ${plain(titleOf(network))}`,
    '',
    `A neural network in ${framework}, made with Blockprop.`,
    '',
    ...files,
    '',
    '## Use it',
    '',
    'Install what it needs, with Python 3.11 or newer, best into an environment of its own:',
    '',
    ...shell(
      'python -m venv .venv',
      'source .venv/bin/activate  # Windows: .venv\\Scripts\\activate',
      'pip install -r requirements.txt'
    ),
    '',
    'On Linux without a graphics card, PyTorch without CUDA is a much smaller download:',
    '',
    ...shell('pip install -r requirements.txt --extra-index-url https://download.pytorch.org/whl/cpu'),
    '',
    ...use,
    ...about,
    ''
  ].join('\n')
}

function shell(...lines: readonly string[]): readonly string[] {
  return ['```sh', ...lines, '```']
}

/** Without what Markdown or HTML would read as more than text. */
function plain(text: string): string {
  return shown(text, 200).replace(/[\\`*_{}[\]<>#|!&~]/g, character => `\\${character}`)
}
