import type { Setting } from './forms/form'
import { markdownText, shell, titleOf } from './prose'
import type { ExportOptions } from './target'

/** README.md of an export. */
export function readme(setting: Setting, { forms }: Pick<ExportOptions, 'forms'>): string {
  const { source, framework, hasWeights } = setting
  const { network, data } = source
  const program = `the network${data ? ', its training and its test' : ''}, in ${framework.label}`
  const files = [
    '| file | what it is |',
    '| --- | --- |',
    ...forms.map(({ file, remark }) => `| \`${file}\` | ${program}${remark} |`),
    '| `requirements.txt` | the packages that it needs |',
    ...(data ? ['| `data.npz` | the samples as the network gets them, and the rows of each part |'] : []),
    ...(hasWeights ? [`| \`${framework.weightsFile}\` | the weights |`] : [])
  ]
  const about = data
    ? [
        '',
        '## The data',
        '',
        `${markdownText(data.dataset.label)}. Licence: ${markdownText(data.dataset.licence)}. Source: ${markdownText(data.dataset.source)}.`,
        '',
        `Of ${data.dataset.size} samples ${data.split.train} are for training, ${data.split.validation} for validation and ${data.split.test} for the test: the same rows as in Blockprop.`
      ]
    : []
  return [
    `# ${markdownText(titleOf(network))}`,
    '',
    `A neural network in ${framework.label}, made with Blockprop.`,
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
    ...forms.flatMap(form => ['', ...form.usage(setting)]),
    ...about,
    ''
  ].join('\n')
}
